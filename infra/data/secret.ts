import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import type { Declaration } from "../core/declarations";
import { type Grant, settingName, statementId } from "../core/grant";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import type { SecretSpec } from "./data-args";
import { describeUse, keyStatement, type StoreUse } from "./grants";
import { type StoreArgs, storeTags } from "./store";

/** Arguments of {@link Secret}. */
export interface SecretArgs extends StoreArgs<SecretSpec> {
  /** Days in which a deletion can be called off. */
  readonly recoveryWindowDays: number;
}

/**
 * A secret without its value, which people put in outside of the program: neither configuration nor state ever holds it.
 * Nothing rotates it by itself, since who gave it has to give the next one.
 */
export class Secret extends pulumi.ComponentResource {
  /** What the secret says about itself. */
  public readonly declarations: readonly Declaration[];
  private readonly arn: pulumi.Output<string>;

  public constructor(
    name: string,
    private readonly args: SecretArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("platform:data:Secret", name, {}, opts);
    const { scope, spec, key, protect } = args;
    const secretName = physicalName("secret", scope, args.name);

    const secret = new aws.secretsmanager.Secret(
      name,
      {
        name: secretName,
        description: spec.description,
        kmsKeyId: key.arn,
        recoveryWindowInDays: args.recoveryWindowDays,
        tags: storeTags(args.name, secretName, args),
      },
      { parent: this, protect },
    );
    new aws.secretsmanager.SecretPolicy(
      name,
      { secretArn: secret.arn, policy: this.policy(secret.arn), blockPublicPolicy: true },
      { parent: this },
    );

    this.arn = secret.arn;
    // secrets per Region, code by `aws service-quotas list-service-quotas --service-code secretsmanager`
    this.declarations = [
      { family: "quotaUse", serviceCode: "secretsmanager", quotaCode: "L-2F66C23C", count: 1 },
    ];
    this.registerOutputs({ arn: this.arn });
  }

  /**
   * What a workload needs in order to read it.
   *
   * @throws Error where it wants to write: values are set by people
   */
  public grant(use: StoreUse): Grant {
    const { name, key, scope } = this.args;
    if (use.access === "write") {
      throw new Error(
        `secret "${name}": ${use.workload} may read it; its value is set outside of the program`,
      );
    }
    return {
      to: describeUse("secret", name, use),
      statements: [
        {
          sid: statementId("read", "secret", name),
          actions: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
          resources: [this.arn],
        },
        keyStatement({ kind: "secret", name, service: "secretsmanager" }, "read", key, scope),
      ],
      settings: { [settingName("secret", name, "arn")]: this.arn },
    };
  }

  /** No other account's principal reads it, whatever its own policies say. */
  private policy(arn: pulumi.Input<string>): pulumi.Output<string> {
    return policyDocument([
      {
        sid: "ThisAccountAlone",
        effect: "Deny",
        principals: "*",
        actions: ["secretsmanager:*"],
        resources: [arn],
        conditions: {
          StringNotEquals: { "aws:PrincipalAccount": this.args.scope.accountId },
          BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
        },
      },
    ]);
  }
}
