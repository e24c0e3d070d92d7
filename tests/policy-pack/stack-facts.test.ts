import * as assert from "node:assert/strict";

import { settingsOf } from "../../policy-pack/aws/api-gateway";
import { usesSpot } from "../../policy-pack/aws/auto-scaling";
import { arnPart, coverageOf } from "../../policy-pack/aws/backup-coverage";
import { receivesPlainLogs } from "../../policy-pack/aws/buckets";
import { guardsData } from "../../policy-pack/aws/data-stores";
import { parameterOf } from "../../policy-pack/aws/database-parameters";
import { wholeAcls } from "../../policy-pack/aws/network-acl";
import { wholeGroups } from "../../policy-pack/aws/security-group-rules";
import { internetRoutes } from "../../policy-pack/aws/subnets";
import { reachOf } from "../../policy-pack/aws/subnet-reach";
import { rulesOf } from "../../policy-pack/aws/web-acl";
import { aws, type Program, ref, UNKNOWN } from "./support/fixtures";
import { inStack, stackOf } from "./support/stack";

const names = (found: readonly { readonly name: string }[]): readonly string[] =>
  found.map(({ name }) => name);

describe("facts of AWS that join resources", () => {
  it("give a stage the settings that name it and its API, and those of no other", () => {
    const SETTINGS = "apigateway/methodSettings:MethodSettings";
    const judged = (stage: object, settings: object): readonly string[] => {
      const [stack, named] = inStack({
        one: aws("apigateway/restApi:RestApi"),
        two: aws("apigateway/restApi:RestApi"),
        stage: aws("apigateway/stage:Stage", { stageName: "live", ...stage }),
        settings: aws(SETTINGS, { stageName: "live", methodPath: "*/*", ...settings }),
      });
      return names(settingsOf(stack, named("stage")));
    };
    assert.deepEqual(judged({ restApi: "a1" }, { restApi: "a1" }), ["settings"]);
    assert.deepEqual(judged({ restApi: "a1" }, { restApi: "a2" }), []);
    assert.deepEqual(judged({ restApi: ref("one") }, { restApi: ref("one") }), ["settings"]);
    assert.deepEqual(judged({ restApi: ref("one") }, { restApi: [ref("one"), ref("two")] }), ["settings"]);
    assert.deepEqual(judged({ restApi: [ref("one"), ref("two")] }, { restApi: ref("one") }), ["settings"]);
    assert.deepEqual(judged({ restApi: ref("one") }, { restApi: ref("two") }), []);
    assert.deepEqual(judged({}, {}), []);
  });

  it("count a share below the whole as Spot, the whole not, and none said as the whole", () => {
    const judged = (share?: unknown): boolean | undefined => {
      const instancesDistribution = { onDemandPercentageAboveBaseCapacity: share };
      const [stack, named] = inStack({
        group: aws("autoscaling/group:Group", { mixedInstancesPolicy: { instancesDistribution } }),
      });
      return usesSpot(stack, named("group"));
    };
    assert.deepEqual([99, 100, undefined, UNKNOWN].map(judged), [true, false, false, undefined]);
  });

  it("match a computed name with a whole `*` only, and name the selection that may take the resource", () => {
    const selection = (resources: unknown) => aws("backup/selection:Selection", { planId: "p", resources });
    const program = (...all: readonly unknown[]): Program => ({
      table: aws("dynamodb/table:Table", { name: UNKNOWN }),
      ...Object.fromEntries(all.map((resources, number) => [`s${number}`, selection(resources)])),
    });
    const judged = (...all: readonly unknown[]): readonly (string | undefined)[] => {
      const [stack, named] = inStack(program(...all));
      const { taken, waitsFor } = coverageOf(stack, named("table"), ({ props }) => ({
        service: "dynamodb",
        path: `table/${arnPart(props.at("name"))}`,
      }));
      return [taken, waitsFor?.split("::").at(-1)];
    };
    const arn = (path: string): readonly string[] => [`arn:aws:dynamodb:eu-west-1:111122223333:${path}`];
    assert.deepEqual(judged(arn("table/*")), ["yes", undefined]);
    assert.deepEqual(judged(arn("cluster/*")), ["no", undefined]);
    assert.deepEqual(judged(arn("cluster/*"), arn("table/orders")), ["maybe", "s1"]);
    assert.deepEqual(judged(arn("table/?")), ["maybe", "s0"]);
    assert.deepEqual(judged(arn("table/orders"), arn("table/*")), ["yes", undefined]);
  });

  it("know every log of a balancer that S3 must encrypt by itself", () => {
    const judged = (type: string, property: string): boolean => {
      const [stack, named] = inStack({
        logs: aws("s3/bucket:Bucket"),
        balancer: aws(type, { [property]: { bucket: ref("logs") } }),
      });
      return receivesPlainLogs(stack, named("logs"));
    };
    for (const log of ["accessLogs", "connectionLogs", "healthCheckLogs"])
      assert.equal(judged("lb/loadBalancer:LoadBalancer", log), true, log);
    assert.equal(judged("elb/loadBalancer:LoadBalancer", "accessLogs"), true);
    assert.equal(judged("lb/loadBalancer:LoadBalancer", "tags"), false);
    const [stack, named] = inStack({
      logs: aws("s3/bucket:Bucket"),
      others: aws("s3/bucket:Bucket"),
      policy: aws("s3/bucketPolicy:BucketPolicy", { bucket: ref("logs") }),
      balancer: aws("lb/loadBalancer:LoadBalancer", { accessLogs: { bucket: ref("policy") } }),
    });
    assert.equal(receivesPlainLogs(stack, named("logs")), true, "by the bucket's policy");
    assert.equal(receivesPlainLogs(stack, named("others")), false);
  });

  it("know what security groups guard data, whatever keeps it", () => {
    const judged = (type: string, property: string): boolean => {
      const [stack, named] = inStack({
        group: aws("ec2/securityGroup:SecurityGroup"),
        store: aws(type, { [property]: [ref("group")] }),
      });
      return guardsData(stack, named("group"));
    };
    const byVpcGroups = ["rds/instance:Instance", "rds/cluster:Cluster", "docdb/cluster:Cluster"];
    const byGroups = [
      "elasticache/cluster:Cluster",
      "elasticache/replicationGroup:ReplicationGroup",
      "dax/cluster:Cluster",
      "memorydb/cluster:Cluster",
    ];
    for (const type of byVpcGroups) assert.equal(judged(type, "vpcSecurityGroupIds"), true, type);
    for (const type of byGroups) assert.equal(judged(type, "securityGroupIds"), true, type);
    assert.equal(judged("ec2/instance:Instance", "vpcSecurityGroupIds"), false);
  });

  it("name the family whose default group a database has", () => {
    const family = (engine: string, engineVersion: string): string | undefined => {
      const [stack, named] = inStack({ orders: aws("rds/instance:Instance", { engine, engineVersion }) });
      const parameter = parameterOf(stack, named("orders"), ["ssl"]);
      return parameter.state === "default" ? parameter.family : parameter.state;
    };
    assert.equal(family("postgres", "16.3"), "postgres16");
    assert.equal(family("aurora-postgresql", "17.2"), "aurora-postgresql17");
    assert.equal(family("mysql", "8.4.3"), "mysql8.4");
    assert.equal(family("mariadb", "11.8"), "mariadb11.8");
  });

  it("judge an ACL as a whole only where rules of its own resources are added to it", () => {
    const acl = aws("ec2/networkAcl:NetworkAcl", { ingress: [{ ruleNo: 1, action: "allow" }] });
    const rule = (props: object) =>
      aws("ec2/networkAclRule:NetworkAclRule", { ruleNumber: 2, ruleAction: "deny", ...props });
    const of = (program: Program): readonly string[] =>
      wholeAcls(stackOf(program)).map((whole) => `${whole.acl.name}: ${whole.rules.length}`);
    assert.deepEqual(of({ acl }), []);
    assert.deepEqual(of({ acl, rule: rule({ networkAclId: ref("acl") }) }), ["acl: 2"]);
    assert.deepEqual(of({ acl, rule: rule({ networkAclId: "acl-1" }) }), ["rule: 1"]);
    assert.deepEqual(of({ acl, rule: rule({ networkAclId: ref("acl"), egress: true }) }), []);
  });

  it("spell out the prefix lists of rules of both directions", () => {
    const list = aws("ec2/managedPrefixList:ManagedPrefixList", { entries: [{ cidr: "10.0.0.0/8" }] });
    for (const direction of ["ingress", "egress"] as const) {
      const rule = { protocol: "tcp", fromPort: 1, toPort: 1, prefixListIds: [ref("list")] };
      const group = aws("ec2/securityGroup:SecurityGroup", { [direction]: [rule] });
      const [whole] = wholeGroups(stackOf({ list, group }), direction);
      const blocks = whole?.rules.flatMap((each) => each.blocks) ?? [];
      assert.deepEqual(
        blocks.map((block) => block.string()),
        [{ state: "known", value: "10.0.0.0/8" }],
        direction,
      );
    }
  });

  it("follow routes to the internet, and know where in a route that is said", () => {
    const program = (gatewayId: unknown): Program => ({
      gateway: aws("ec2/internetGateway:InternetGateway"),
      vpc: aws("ec2/vpc:Vpc"),
      table: aws("ec2/routeTable:RouteTable", { vpcId: ref("vpc") }),
      route: aws("ec2/route:Route", {
        routeTableId: ref("table"),
        destinationCidrBlock: "0.0.0.0/0",
        gatewayId,
      }),
      subnet: aws("ec2/subnet:Subnet", { vpcId: ref("vpc") }),
      association: aws("ec2/routeTableAssociation:RouteTableAssociation", {
        routeTableId: ref("table"),
        subnetId: ref("subnet"),
      }),
    });
    const judged = (gatewayId: unknown): readonly (string | undefined)[] => {
      const [stack, named] = inStack(program(gatewayId));
      return [
        reachOf(stack, named("subnet")),
        ...internetRoutes(stack, named("table")).map(({ holder, place }) => `${holder.name} ${place.path}`),
      ];
    };
    assert.deepEqual(judged(ref("gateway")), ["public", "route gatewayId"]);
    assert.deepEqual(judged("igw-1"), ["public", "route gatewayId"]);
    assert.deepEqual(judged("vgw-1"), ["private"]);
    assert.deepEqual(judged(UNKNOWN), ["open"]);
    assert.deepEqual(judged(undefined), ["private"]);
  });

  it("say where a rule of a web ACL may be that cannot be joined", () => {
    const [stack, named] = inStack({
      acl: aws("wafv2/webAcl:WebAcl"),
      stray: aws("wafv2/webAclRule:WebAclRule", { webAclArn: UNKNOWN }),
      own: aws("wafv2/webAclRule:WebAclRule", { webAclArn: ref("acl"), priority: 7 }),
    });
    const { rules, open } = rulesOf(stack, named("acl"));
    assert.deepEqual(
      rules.map((rule) => rule.at("priority").number()),
      [{ state: "known", value: 7 }],
    );
    assert.equal(open?.path, "webAclArn");
    assert.ok(open.isUnknown);
  });
});
