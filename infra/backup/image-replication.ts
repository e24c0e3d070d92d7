import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { keyAdministration } from "../core/key-administration";
import { physicalName } from "../core/names";
import { policyDocument } from "../core/policy-document";
import { partitionOf, type Region } from "../core/region";
import type { Scope } from "../core/scope";
import type { ImageSizes } from "./image-problems";

/** Arguments of {@link ImageReplication}. */
export interface ImageReplicationArgs {
  /** Account, and the Region of its stack. */
  readonly scope: Scope;
  /** Which images go where. */
  readonly sizes: ImageSizes;
  /** Days until a key is deleted once somebody asks for that, 7 to 30. */
  readonly keyDeletionWindowDays: number;
}

/**
 * Container images of the account in other Regions, from which what stands in for an environment starts: without them it would
 * have to ask the Region that is lost.
 *
 * ECR copies what is pushed from then on, by its digest, and makes repositories by a template: encrypted with a key of their
 * Region, and with tags that keep their meaning. What was pushed before has to be pushed again. A registry has one
 * configuration of this kind; it takes the place of another one.
 *
 * Sources: https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication.html,
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-creation-templates.html, 2026-11
 */
export class ImageReplication extends pulumi.ComponentResource {
  public constructor(name: string, args: ImageReplicationArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:backup:ImageReplication", name, {}, opts);
    const { from, to, prefixes } = args.sizes;
    const { accountId } = args.scope;
    const keys = to.map((region) => ({ region, key: this.key(`${name}-${region}`, region, args) }));
    const role = this.role(
      name,
      args,
      keys.map(({ key }) => key.arn),
    );
    const templates = keys.flatMap(({ region, key }) =>
      prefixes.map((prefix) => this.template(`${name}-${region}-${prefix}`, prefix, { region, key, role })),
    );
    new aws.ecr.ReplicationConfiguration(
      name,
      {
        region: from,
        replicationConfiguration: {
          rules: [
            {
              destinations: to.map((region) => ({ region, registryId: accountId })),
              repositoryFilters: prefixes.map((filter) => ({ filter, filterType: "PREFIX_MATCH" })),
            },
          ],
        },
      },
      { parent: this, dependsOn: templates },
    );
    this.registerOutputs({});
  }

  private key(name: string, region: Region, args: ImageReplicationArgs): aws.kms.Key {
    const scope = { ...args.scope, region };
    const alias = physicalName("kms-alias", scope, "images");
    const key = new aws.kms.Key(
      name,
      {
        region,
        description: "Encrypts container images that come from another Region",
        policy: policyDocument([keyAdministration(scope)]),
        enableKeyRotation: true,
        deletionWindowInDays: args.keyDeletionWindowDays,
        tags: { Name: alias },
      },
      { parent: this, protect: true },
    );
    new aws.kms.Alias(name, { region, name: alias, targetKeyId: key.keyId }, { parent: this });
    return key;
  }

  /** Role in which ECR makes repositories that have a key. */
  private role(
    name: string,
    { scope }: ImageReplicationArgs,
    keyArns: readonly pulumi.Output<string>[],
  ): aws.iam.Role {
    const roleName = physicalName("iam-role", scope, "image-repositories");
    const role = new aws.iam.Role(
      name,
      {
        name: roleName,
        description: "Lets ECR make the repositories of images that come from another Region",
        assumeRolePolicy: policyDocument([
          {
            sid: "RegistryOfThisAccount",
            principals: { Service: ["ecr.amazonaws.com"] },
            actions: ["sts:AssumeRole"],
          },
        ]),
        tags: { Name: roleName },
      },
      { parent: this },
    );
    new aws.iam.RolePolicy(
      name,
      {
        role: role.name,
        policy: policyDocument([
          {
            sid: "MakeRepositories",
            actions: ["ecr:CreateRepository", "ecr:ReplicateImage"],
            resources: [`arn:${partitionOf(scope.region)}:ecr:*:${scope.accountId}:repository/*`],
          },
          {
            sid: "EncryptThem",
            actions: ["kms:CreateGrant", "kms:DescribeKey", "kms:RetireGrant"],
            resources: [...keyArns],
          },
        ]),
      },
      { parent: this },
    );
    return role;
  }

  private template(
    name: string,
    prefix: string,
    {
      region,
      key,
      role,
    }: { readonly region: Region; readonly key: aws.kms.Key; readonly role: aws.iam.Role },
  ): aws.ecr.RepositoryCreationTemplate {
    return new aws.ecr.RepositoryCreationTemplate(
      name,
      {
        region,
        prefix,
        description: "Images that come from another Region",
        appliedFors: ["REPLICATION"],
        imageTagMutability: "IMMUTABLE",
        encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: key.arn }],
        customRoleArn: role.arn,
      },
      { parent: this },
    );
  }
}
