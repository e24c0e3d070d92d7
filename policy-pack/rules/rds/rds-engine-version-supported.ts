import { ENGINES_WITH_DATES, hasStandardSupport } from "../../aws/database-versions";
import { CLUSTERS, INSTANCES, madeFrom } from "../../aws/databases";
import { known } from "../../reading/view";
import { defineControl, type Subject } from "../../registry/control";
import { oneOf } from "../../shapes/property";
import { fail, notApplicable, type Outcome, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

interface Parameters {
  readonly refuseExtendedSupport: boolean;
}

/** AWS enrols a database in extended support unless it is told not to; MariaDB has none. */
const refuses = oneOf("engineLifecycleSupport", ["open-source-rds-extended-support-disabled"]);

function isSupported({ props }: Subject, engine: string): Outcome {
  const place = props.at("engineVersion");
  if (place.isUnknown) return undetermined(place);
  const source = madeFrom(props);
  // Without a version AWS takes its current one; a copy has that of its source.
  if (place.isAbsent) return source ? undetermined(source) : pass;
  const today = new Date().toISOString().slice(0, 10);
  return hasStandardSupport(engine, known(place.string()) ?? "", today)
    ? pass
    : fail(place, text`standard support of this major version has ended; required: a supported one.`);
}

export const control = defineControl<Parameters>({
  id: "RDS-30",
  name: "rds-engine-version-supported",
  title: "Engines of databases are of a major version with standard support",
  why: "A version past its support gets no security fixes, or gets them for the price of extended support; the versions with known holes are among them.",
  fix: "Set engineVersion to a supported major version and upgrade.",
  severity: "high",
  enforcement: "mandatory",
  types: [...INSTANCES, ...CLUSTERS],
  parameters: {
    refuseExtendedSupport: {
      type: "boolean",
      default: false,
      description:
        "Ask that engineLifecycleSupport says no to extended support, which AWS else begins by itself.",
    },
  },
  resource: (subject, { parameters }) => {
    const place = subject.props.at("engine");
    const engine = known(place.string());
    if (engine === undefined) return undetermined(place);
    if (!ENGINES_WITH_DATES.includes(engine)) return notApplicable("No dates of this engine are known");
    const version = isSupported(subject, engine);
    const asked = parameters.refuseExtendedSupport && engine !== "mariadb";
    return asked ? [version, refuses(subject)] : version;
  },
  references: {
    securityHub: ["RDS.51"],
    nist80053: ["SI-2", "SI-2(2)", "SA-22"],
    wellArchitected: ["SEC06-BP01"],
    checkov: ["CKV_AWS_250", "CKV_AWS_388"],
    prowler: ["rds_instance_deprecated_engine_version", "rds_instance_extended_support"],
  },
});
