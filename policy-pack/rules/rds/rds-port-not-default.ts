import { CLUSTERS, INSTANCES, madeFrom } from "../../aws/databases";
import { known } from "../../reading/view";
import { defineControl, type Subject } from "../../registry/control";
import { fail, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const PORTS: readonly (readonly [engine: RegExp, port: number])[] = [
  [/^(aurora-)?(mysql|mariadb)$/, 3306],
  [/^(aurora-)?postgres(ql)?$/, 5432],
  [/^(custom-)?oracle/, 1521],
  [/^(custom-)?sqlserver/, 1433],
  [/^db2/, 50_000],
];

function judge({ props }: Subject): Outcome {
  const place = props.at("port");
  const source = madeFrom(props);
  if (place.isUnknown) return undetermined(place);
  if (place.isAbsent && source) return undetermined(source);
  if (place.isAbsent)
    return fail(place, text`"port" is not set, so the engine listens where it always does.`);
  const port = known(place.number());
  const engine = known(props.at("engine").string());
  const defaults = PORTS.filter(([of]) => engine === undefined || of.test(engine));
  if (!defaults.some(([, usual]) => usual === port)) return pass;
  if (engine === undefined) return undetermined("engine");
  return fail(
    place,
    text`"port" is ${port ?? 0}, where the engine listens by default; required: another one.`,
  );
}

export const control = defineControl({
  id: "RDS-24",
  name: "rds-port-not-default",
  title: "Databases do not listen on the port that everyone knows",
  why: "Some rules ask for it; it hides a database from careless scans only, so it is off unless it is enabled.",
  fix: "Set port on the aws.rds.Instance or aws.rds.Cluster to another one.",
  severity: "low",
  enforcement: "disabled",
  types: [...INSTANCES, ...CLUSTERS],
  resource: judge,
  references: {
    securityHub: ["RDS.23"],
    nist80053: ["AC-4", "SC-7", "SC-7(11)", "SC-7(16)", "SC-7(21)", "SC-7(4)", "SC-7(5)"],
    wellArchitected: ["SEC05-BP02"],
    cdkNag: ["AwsSolutions-RDS11"],
    awsConfig: ["rds-no-default-ports*"],
    prowler: ["rds_instance_non_default_port", "rds_cluster_non_default_port"],
  },
});
