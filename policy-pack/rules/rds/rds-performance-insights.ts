import { CLUSTER_INSTANCES, INSTANCES } from "../../aws/databases";
import { known, type View } from "../../reading/view";
import { defineControl, type Subject } from "../../registry/control";
import { unlessCluster, withClusters } from "../../shapes/cluster-setting";
import { customerKey } from "../../shapes/customer-key";
import { oneOf } from "../../shapes/property";
import { notApplicable, type Outcome } from "../../verdict/outcome";

interface Parameters {
  readonly customerKey: boolean;
}

const isOn = oneOf("performanceInsightsEnabled", [true], false);
const hasKey = customerKey("performanceInsightsKmsKeyId");

/** MySQL and MariaDB have no Performance Insights on their smallest classes. */
function isTooSmall(props: View): boolean {
  const engine = known(props.at("engine").string()) ?? "";
  const instanceClass = known(props.at("instanceClass").string()) ?? "";
  return /mysql|mariadb/.test(engine) && /^db\.(t2|t3|t4g)\.(micro|small)$/.test(instanceClass);
}

function watched(parameters: Parameters) {
  return (subject: Subject): Outcome => {
    if (isTooSmall(subject.props)) return notApplicable("The instance is too small for Performance Insights");
    const on = isOn(subject);
    return on.verdict === "pass" && parameters.customerKey ? hasKey(subject) : on;
  };
}

export const control = defineControl<Parameters>({
  id: "RDS-28",
  name: "rds-performance-insights",
  title: "Performance Insights is on, with a key of your own",
  why: "It shows which statement loads the database, and it keeps those statements, which may hold personal data.",
  fix: "Set performanceInsightsEnabled and performanceInsightsKmsKeyId, on the instance or on its cluster.",
  severity: "low",
  enforcement: "advisory",
  types: [...INSTANCES, ...CLUSTER_INSTANCES],
  parameters: {
    customerKey: { type: "boolean", default: true, description: "Ask for a key of your own." },
  },
  resource: (subject, { parameters }) => unlessCluster(watched(parameters))(subject),
  stack: (stack, { parameters }) => withClusters(stack, watched(parameters)),
  references: {
    nist80053: ["CA-7", "SC-28(1)"],
    wellArchitected: ["OPS04-BP02"],
    checkov: ["CKV_AWS_353", "CKV_AWS_354"],
    trivy: ["AWS-0133", "AWS-0078"],
    pulumi: [
      "CP:rds-instance-enable-performance-insights",
      "CP:rds-clusterinstance-enable-performance-insights",
      "CP:rds-instance-disallow-unencrypted-performance-insights",
      "CP:rds-clusterinstance-disallow-unencrypted-performance-insights",
    ],
  },
});
