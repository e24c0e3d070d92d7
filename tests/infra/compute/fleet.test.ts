import * as assert from "node:assert/strict";

import { always, buildAll, of, shown, statements } from "./built";

const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const GROUP = "aws:autoscaling/group:Group";

interface Tag {
  readonly key: string;
  readonly value: string;
  readonly propagateAtLaunch: boolean;
}

interface Specification {
  readonly resourceType: string;
  readonly tags: Readonly<Record<string, string>>;
}

describe("a fleet", function () {
  this.timeout(240_000);
  before(buildAll);

  it(
    "starts instances that answer metadata to sessions only, one hop far, without a key pair",
    always(({ simulation }) => {
      for (const { name, inputs } of simulation.ofType(TEMPLATE)) {
        const { httpTokens, httpPutResponseHopLimit } = inputs.metadataOptions as Record<string, unknown>;
        assert.deepEqual([httpTokens, httpPutResponseHopLimit], ["required", 1], name);
        assert.equal(inputs.keyName, undefined);
        assert.deepEqual(inputs.monitoring, { enabled: true });
      }
    }),
  );

  it(
    "encrypts volumes with the key it was given",
    always(({ simulation, args }) => {
      for (const { name, inputs } of simulation.ofType(TEMPLATE)) {
        const devices = inputs.blockDeviceMappings as readonly { ebs: Record<string, unknown> }[];
        for (const { ebs } of devices) {
          assert.deepEqual(
            [ebs.encrypted, ebs.kmsKeyId, ebs.volumeType],
            ["true", args.key.arn, "gp3"],
            name,
          );
        }
      }
    }),
  );

  it(
    "tags instances, volumes and interfaces in both places, with the stack's tags and its own",
    always(({ simulation, args }) => {
      for (const name of ["workshop", "batch"]) {
        const template = simulation.inputsOf(TEMPLATE, `compute-${name}`);
        const expected = {
          ...args.tags,
          Service: name,
          Owner: "a-team",
          Criticality: "standard",
          Name: `dev-${name}`,
          // Its ring of patching is its environment.
          PatchGroup: "dev",
        };
        const specifications = template.tagSpecifications as unknown as readonly Specification[];
        assert.deepEqual(specifications.map(({ resourceType }) => resourceType).sort(), [
          "instance",
          "network-interface",
          "volume",
        ]);
        for (const { tags } of specifications) assert.deepEqual({ ...tags }, expected);
        const group = simulation.inputsOf(GROUP, `compute-${name}`).tags as unknown as readonly Tag[];
        assert.ok(group.every(({ propagateAtLaunch }) => propagateAtLaunch));
        assert.deepEqual(Object.fromEntries(group.map(({ key, value }) => [key, value])), expected);
      }
    }),
  );

  it(
    "names the image by id and the template by version, without which no refresh is rolled back",
    always(({ simulation }) => {
      for (const { name, inputs } of simulation.ofType(TEMPLATE)) {
        assert.match(shown(inputs.imageId), /^ami-0[0-9a-f]{16}$/, name);
      }
      for (const { name, inputs } of simulation.ofType(GROUP)) {
        assert.match((inputs.launchTemplate as { version: string }).version, /^\d+$/, name);
        const { preferences } = inputs.instanceRefresh as { preferences: Record<string, unknown> };
        assert.deepEqual([preferences.autoRollback, preferences.skipMatching], [true, true]);
        assert.deepEqual([preferences.minHealthyPercentage, preferences.maxHealthyPercentage], [100, 110]);
        const { alarms } = preferences.alarmSpecification as { alarms: readonly string[] };
        assert.ok(alarms.length > 0);
      }
    }),
  );

  it("replaces instances that the balancer, or EC2, finds ill, and all of them in time", () => {
    const { simulation, args } = of("small");
    const group = (name: string) => simulation.inputsOf(GROUP, `compute-${name}`);
    assert.deepEqual([group("workshop").healthCheckType, group("batch").healthCheckType], ["ELB", "EC2"]);
    assert.deepEqual(
      [group("workshop").targetGroupArns !== undefined, group("batch").targetGroupArns],
      [true, undefined],
    );
    assert.equal(
      group("batch").maxInstanceLifetime,
      (args.sizes.fleets.batch?.maximumLifetimeDays ?? 0) * 86_400,
    );
  });

  it(
    "leaves its count to autoscaling",
    always(({ simulation }) => {
      for (const { name, inputs } of simulation.ofType(GROUP))
        assert.equal(inputs.desiredCapacity, undefined, name);
      const policies = simulation.ofType("aws:autoscaling/policy:Policy").map(({ name }) => name);
      assert.deepEqual([...policies].sort(), [
        "compute-batch-scaling-cpu",
        "compute-workshop-scaling-cpu",
        "compute-workshop-scaling-requests",
        "compute-workshop-scaling.order-placed",
      ]);
    }),
  );

  it(
    "lets its agents read their own parameter and no other",
    always(({ simulation }) => {
      for (const name of ["workshop", "batch"]) {
        const policy = simulation.resource("aws:iam/rolePolicy:RolePolicy", `compute-${name}-instance`);
        const reading = statements(policy).filter(({ Action }) =>
          Action.some((a) => a.startsWith("ssm:GetParameter")),
        );
        assert.deepEqual(
          reading.flatMap(({ Resource }) => Resource),
          [`arn:aws:ssm:eu-west-1:111122223333:parameter/dev/compute/${name}/cloudwatch-agent`],
        );
      }
    }),
  );

  it(
    "brings a new configuration of the agent to instances that run",
    always(({ simulation }) => {
      for (const name of ["workshop", "batch"]) {
        const { inputs } = simulation.resource("aws:ssm/association:Association", `compute-${name}-agent`);
        assert.deepEqual(inputs.targets, [{ key: "tag:aws:autoscaling:groupName", values: [`dev-${name}`] }]);
        const parameters = inputs.parameters as Readonly<Record<string, string>>;
        assert.equal(parameters.optionalConfigurationLocation, `/dev/compute/${name}/cloudwatch-agent`);
      }
    }),
  );

  it(
    "records sessions where the account keeps them, with the account's key",
    always(({ simulation }) => {
      const policy = simulation.resource("aws:iam/rolePolicy:RolePolicy", "compute-workshop-instance");
      const keeping = statements(policy).filter(({ Action }) => Action.includes("s3:PutObject"));
      assert.ok(
        keeping.some(
          ({ Resource }) => Resource?.[0] === "arn:aws:s3:::account-sessions-111122223333-eu-west-1/*",
        ),
      );
    }),
  );

  it("is told what it was granted, in a script without a secret", () => {
    const { userData } = of("small").simulation.inputsOf(TEMPLATE, "compute-workshop");
    const script = Buffer.from(shown(userData), "base64").toString("utf8");
    assert.match(script, /^DATABASE_SALES_HOST="sales\.cluster\.example\.internal"$/m);
    // By the name of its own Region, which stays where it is when the domain moves to another one.
    assert.match(script, /^WORKLOAD_CATALOGUE_URL="https:\/\/eu-west-1\.dev\.shop\.example\.com"$/m);
    assert.ok(script.length < 16_384);
  });
});
