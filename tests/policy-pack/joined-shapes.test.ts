import * as assert from "node:assert/strict";

import { REPLICATION_GROUPS } from "../../policy-pack/aws/caches";
import { View } from "../../policy-pack/reading/view";
import type { Located, Subject } from "../../policy-pack/registry/control";
import { leftToAccount } from "../../policy-pack/shapes/account-default";
import { judgeCustomerKey } from "../../policy-pack/shapes/bucket-customer-key";
import { fromAcm } from "../../policy-pack/shapes/certificate";
import { unlessCluster, withClusters } from "../../policy-pack/shapes/cluster-setting";
import { where } from "../../policy-pack/shapes/condition";
import { unlessReplica } from "../../policy-pack/shapes/database-copies";
import { isOn } from "../../policy-pack/shapes/database-parameter";
import { onSystem } from "../../policy-pack/shapes/each-container";
import { endpointsExist } from "../../policy-pack/shapes/endpoints";
import { forEngines } from "../../policy-pack/shapes/engine";
import { noneOf } from "../../policy-pack/shapes/exclusion";
import { orPrimary } from "../../policy-pack/shapes/global-caches";
import { ENDS_TLS, eachPublicBalancer, ofKind } from "../../policy-pack/shapes/load-balancer";
import { speaking } from "../../policy-pack/shapes/target-group";
import { logsEvents, someTrail } from "../../policy-pack/shapes/trails";
import { judgeVolume, volumesEncrypted } from "../../policy-pack/shapes/volumes-encrypted";
import { worldExposure } from "../../policy-pack/shapes/world-exposure";
import {
  fail,
  type Judgement,
  type Outcome,
  outcomes,
  pass,
  undetermined,
} from "../../policy-pack/verdict/outcome";
import { text } from "../../policy-pack/verdict/text";
import { aws, type Program, ref, UNKNOWN } from "./support/fixtures";
import { inStack, stackOf } from "./support/stack";

const view = (props: unknown, path = ""): View => new View(props, path);
const subject = (type: string, props: object): Subject => ({ urn: "", name: "", type, props: view(props) });
const bad = fail("", text`bad.`);
const open = undetermined("");

const told = (outcome: Outcome): string =>
  "path" in outcome ? `${outcome.verdict} at ${outcome.path}` : outcome.verdict;
const all = (judgement: Judgement): readonly string[] => outcomes(judgement).map(told);
const byName = (found: Iterable<Located>): readonly string[] =>
  [...found].map(({ urn, outcome }) => `${urn.split("::").at(-1) ?? ""}: ${told(outcome)}`);

/** Says of a resource what its property `says` is, once or several times over. */
const bySaying = ({ props }: Pick<Subject, "props">): readonly Outcome[] => {
  const words: Readonly<Record<string, Outcome>> = { pass, bad, open };
  const places = props.at("says").isList ? props.at("says").items() : [props.at("says")];
  return places.map((place) => {
    const reading = place.string();
    return (reading.state === "known" ? words[reading.value] : undefined) ?? pass;
  });
};

describe("shapes of controls that look at several places or resources", () => {
  it("count a default of the account only within a Region, where both Regions are known", () => {
    const shape = leftToAccount({
      types: ["aws:ec2/instance:Instance"],
      setBy: ["aws:ebs/encryptionByDefault:EncryptionByDefault"],
      turnsOn: () => true,
      judge: (_, isOn) => (isOn ? pass : bad),
    });
    const judged = (instance: object, setting: object): readonly string[] => {
      const program = {
        instance: aws("ec2/instance:Instance", { ...instance }),
        setting: aws("ebs/encryptionByDefault:EncryptionByDefault", { ...setting }),
      };
      const context = { parameters: { accountDefault: false }, tagContract: {} };
      return byName(shape.stack(stackOf(program), context));
    };
    const [here, there] = [{ region: "eu-west-1" }, { region: "eu-central-1" }];
    assert.deepEqual(judged(here, here), ["instance: pass"]);
    assert.deepEqual(judged(here, there), ["instance: fail at "]);
    assert.deepEqual(judged(here, {}), ["instance: pass"]);
    assert.deepEqual(judged({}, there), ["instance: pass"]);
  });

  it("leave what an instance of a cluster does not say to the cluster, all of it", () => {
    const INSTANCE = "aws:rds/clusterInstance:ClusterInstance";
    assert.deepEqual(all(unlessCluster(bySaying)(subject(INSTANCE, { says: ["pass", "bad"] }))), [
      "notApplicable",
    ]);
    const judged = (says: unknown): readonly string[] => {
      const cluster = aws("rds/cluster:Cluster", { says });
      const instance = aws("rds/clusterInstance:ClusterInstance", {
        clusterIdentifier: ref("cluster"),
        says: "bad",
      });
      return byName(withClusters(stackOf({ cluster, instance }), bySaying));
    };
    assert.deepEqual(judged(["pass", "pass"]), ["instance: pass"]);
    assert.deepEqual(judged(["pass", "open"]), ["instance: undetermined at "]);
    assert.deepEqual(judged(["pass", "bad"]), ["instance: fail at "]);
  });

  it("pass what is good whether a condition holds or not only where every part of it is good", () => {
    const check = where({ holds: () => undefined, decidedBy: "kind", otherwise: "none" }, bySaying);
    assert.deepEqual(all(check(subject("a", { says: ["pass", "pass"] }))), ["pass"]);
    assert.deepEqual(all(check(subject("a", { says: ["pass", "bad"] }))), ["undetermined at kind"]);
    const ofEngine = forEngines(/^mysql$/, bySaying);
    assert.deepEqual(all(ofEngine(subject("a", { engine: UNKNOWN, says: ["pass", "bad"] }))), [
      "undetermined at engine",
    ]);
  });

  it("ask nothing of a replica unless replicas are wanted, too", () => {
    const replica = subject("a", { replicateSourceDb: "orders" });
    assert.deepEqual(told(unlessReplica(() => bad)(replica)), "notApplicable");
    assert.deepEqual(told(unlessReplica(() => bad, true)(replica)), "fail at ");
  });

  it("take a switch for on in any of its spellings", () => {
    assert.deepEqual(["1", "ON", "true", "0", "off", "yes"].map(isOn), [
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it("refuse any one of several values", () => {
    const check = noneOf("mode", ["OFF", "NONE"]);
    assert.deepEqual(
      ["off", "none", "on"].map((mode) => told(check(subject("a", { mode })))),
      ["fail at mode", "fail at mode", "pass"],
    );
  });

  it("ask the first group of a global one for what the others do not say, and only then", () => {
    const GROUP = "elasticache/replicationGroup:ReplicationGroup";
    const shape = orPrimary(bySaying);
    const program = (says: unknown): Program => ({
      first: aws(GROUP, { says: "pass" }),
      whole: aws("elasticache/globalReplicationGroup:GlobalReplicationGroup", {
        primaryReplicationGroupId: ref("first"),
      }),
      second: aws(GROUP, { globalReplicationGroupId: ref("whole"), says }),
    });
    const context = { parameters: {}, tagContract: {} };
    const judged = (says: unknown): readonly string[] => byName(shape.stack(stackOf(program(says)), context));
    assert.deepEqual(judged("pass"), []);
    assert.deepEqual(judged(["pass", "bad"]), ["second: pass"]);
    const [type = ""] = REPLICATION_GROUPS;
    const joined = subject(type, { globalReplicationGroupId: "whole", says: ["pass", "bad"] });
    assert.deepEqual(all(shape.resource(joined, context)), ["notApplicable"]);
  });

  it("name the property that decides a condition which cannot be told", () => {
    const places = [ofKind("application").decidedBy, ENDS_TLS.decidedBy, speaking("lambda").decidedBy];
    assert.deepEqual(places, ["loadBalancerType", "protocol", "targetType"]);
    const task = subject("aws:ecs/taskDefinition:TaskDefinition", {
      runtimePlatform: { operatingSystemFamily: UNKNOWN },
    });
    assert.deepEqual(all(onSystem("Linux", () => bad)(task)), [
      "undetermined at runtimePlatform.operatingSystemFamily",
    ]);
  });

  it("wait for the kind of a balancer, or for its side, and say for which", () => {
    const judged = (props: object): readonly string[] =>
      byName(
        eachPublicBalancer(() => bad)(
          stackOf({ balancer: aws("lb/loadBalancer:LoadBalancer", { ...props }) }),
        ),
      );
    assert.deepEqual(judged({}), ["balancer: fail at "]);
    assert.deepEqual(judged({ loadBalancerType: UNKNOWN }), ["balancer: undetermined at loadBalancerType"]);
    assert.deepEqual(judged({ internal: UNKNOWN }), ["balancer: undetermined at internal"]);
    assert.deepEqual(judged({ internal: true, loadBalancerType: UNKNOWN }), ["balancer: notApplicable"]);
  });

  it("need one good trail, and tell of those that may be good before those that are not", () => {
    const TRAIL = "cloudtrail/trail:Trail";
    const judged = (...trails: readonly unknown[]): readonly string[] =>
      byName(
        someTrail(bySaying)(
          stackOf(Object.fromEntries(trails.map((says, number) => [`t${number}`, aws(TRAIL, { says })]))),
        ),
      );
    assert.deepEqual(judged(["pass", "bad"]), ["t0: fail at "]);
    assert.deepEqual(judged(["pass", "bad"], "pass"), ["t0: pass", "t1: pass"]);
    assert.deepEqual(judged(["open", "bad"], "open"), ["t1: undetermined at "]);
    assert.deepEqual(judged(["open", "bad"]), ["t0: undetermined at ", "t0: fail at "]);
  });

  it("say in which of a trail's two lists events are missing", () => {
    const judged = (props: object): string =>
      told(logsEvents("objects", text`no objects.`)({ props: view(props) }));
    assert.equal(judged({}), "fail at eventSelectors");
    assert.equal(judged({ eventSelectors: [{ readWriteType: "All" }] }), "fail at eventSelectors");
    assert.equal(
      judged({
        advancedEventSelectors: [{ fieldSelectors: [{ field: "eventCategory", equals: ["Management"] }] }],
      }),
      "fail at advancedEventSelectors",
    );
  });

  it("say which volume is not encrypted, and where in it", () => {
    const of = (volume: unknown, path = "ebsBlockDevices[0]"): string =>
      told(judgeVolume(view(volume, path), false));
    assert.equal(of({}), "fail at ebsBlockDevices[0].encrypted");
    assert.equal(of(undefined), "fail at ebsBlockDevices[0]");
    assert.equal(of({ encrypted: UNKNOWN }), "undetermined at ebsBlockDevices[0].encrypted");
    const findings = ["", "ebsBlockDevices[0]"].map((path) => {
      const outcome = judgeVolume(view({ encrypted: false }, path), true);
      return outcome.verdict === "fail" ? outcome.finding : outcome.verdict;
    });
    assert.deepEqual(findings, [undefined, "ebsBlockDevices[0]"]);
  });

  it("believe an encrypted image, by the property of an instance or of a template", () => {
    for (const [type, property] of [
      ["ec2/instance:Instance", "ami"],
      ["ec2/launchTemplate:LaunchTemplate", "imageId"],
    ] as const) {
      const shape = volumesEncrypted([`aws:${type}`], ({ props }) => [props.at("rootBlockDevice")]);
      const judged = (encrypted: boolean): readonly string[] => {
        const program = {
          image: aws("ec2/amiCopy:AmiCopy", { encrypted }),
          starts: aws(type, { [property]: ref("image") }),
        };
        const context = { parameters: { accountDefault: false }, tagContract: {} };
        return byName(shape.stack(stackOf(program), context));
      };
      assert.deepEqual(judged(true), ["starts: pass"]);
      assert.deepEqual(judged(false), ["starts: fail at rootBlockDevice"]);
    }
  });

  it("take the best of several rules of encryption, and name the place of the worst", () => {
    const rule = (sse: object) => ({ rules: [{ applyServerSideEncryptionByDefault: sse }] });
    const key = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    const good = rule({ sseAlgorithm: "aws:kms", kmsMasterKeyId: key });
    const at = "rules[0].applyServerSideEncryptionByDefault";
    const place = (props: object): string => told(judgeCustomerKey(view(props)));
    assert.equal(place(good), "pass");
    assert.equal(place(rule({ sseAlgorithm: "AES256" })), `fail at ${at}.sseAlgorithm`);
    assert.equal(place({ rules: [...rule({ sseAlgorithm: "AES256" }).rules, ...good.rules] }), "pass");
    assert.equal(place({ rules: [...good.rules, ...rule({ sseAlgorithm: "AES256" }).rules] }), "pass");
    assert.equal(place({ rules: UNKNOWN }), "undetermined at rules");
    assert.equal(place({ rule: UNKNOWN }), "undetermined at rule");
  });

  it("believe a certificate of ACM by its ARN, or by all that the ARN is computed from", () => {
    const judged = (certificate: unknown, others: Program = {}): string => {
      const [stack, named] = inStack({ listener: aws("lb/listener:Listener", { certificate }), ...others });
      const listener = named("listener");
      return told(fromAcm(stack, listener, "certificate", listener.props.at("certificate")));
    };
    assert.equal(judged("arn:aws:acm:eu-west-1:111122223333:certificate/1"), "pass");
    assert.equal(judged("see arn:aws:acm:eu-west-1:111122223333:certificate/1"), "fail at certificate");
    const two = {
      managed: aws("acm/certificate:Certificate"),
      uploaded: aws("iam/serverCertificate:ServerCertificate"),
    };
    assert.equal(judged(ref("managed"), two), "pass");
    assert.equal(judged([ref("managed"), ref("uploaded")], two), "fail at certificate");
  });

  it("look for an interface to a service, and wait for one that may be it", () => {
    const judged = (endpoint: object): readonly string[] => {
      const program = {
        vpc: aws("ec2/vpc:Vpc"),
        endpoint: aws("ec2/vpcEndpoint:VpcEndpoint", { vpcId: ref("vpc"), ...endpoint }),
      };
      return byName(endpointsExist(stackOf(program), ["ecr.api"]));
    };
    const service = { serviceName: "com.amazonaws.eu-west-1.ecr.api" };
    assert.deepEqual(judged({ ...service, vpcEndpointType: "Interface" }), ["vpc: pass"]);
    assert.deepEqual(judged({ ...service, vpcEndpointType: UNKNOWN }), ["vpc: undetermined at "]);
    assert.deepEqual(judged({ vpcEndpointType: "Interface", serviceName: UNKNOWN }), [
      "vpc: undetermined at ",
    ]);
    assert.deepEqual(judged({ ...service, vpcEndpointType: "Gateway" }), ["vpc: fail at "]);
    const elsewhere = { serviceName: "vpce/com.amazonaws.eu-west-1.ecr.api" };
    assert.deepEqual(judged({ ...elsewhere, vpcEndpointType: "Interface" }), ["vpc: fail at "]);
  });

  it("tell an opening that rules make only together, and one that a rule makes alone once", () => {
    const GROUP = "ec2/securityGroup:SecurityGroup";
    const RULE = "vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    const shape = worldExposure({ refuses: () => true, required: text`required: closed` });
    const judged = (...halves: readonly (readonly string[])[]): readonly string[] => {
      const rules = halves.slice(1).flatMap((blocks, number) =>
        blocks.map((cidrIpv4, part): [string, ReturnType<typeof aws>] => [
          `rule${number}${part}`,
          aws(RULE, {
            securityGroupId: ref("group"),
            ipProtocol: "tcp",
            fromPort: 22,
            toPort: 22,
            cidrIpv4,
          }),
        ]),
      );
      const ingress = [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: halves[0] ?? [] }];
      const program = { group: aws(GROUP, { ingress }), ...Object.fromEntries(rules) };
      return byName(shape.stack(stackOf(program), { parameters: {}, tagContract: {} }));
    };
    assert.equal(judged(["0.0.0.0/1"], ["128.0.0.0/1"]).length, 1);
    assert.deepEqual(judged(["0.0.0.0/0"], ["10.0.0.0/8"]), []);
    assert.deepEqual(judged(["10.0.0.0/8"], ["0.0.0.0/0"]), []);
    assert.deepEqual(judged(["0.0.0.0/1"], ["10.0.0.0/8"]), []);
  });
});
