import { type Adjustment, type Control, type Entry, isDecidable, type References } from "../registry/control";
import { controlSchema, PACK, packParameters } from "../settings/settings";

const REFERENCE_NAMES: Readonly<Record<keyof References, string>> = {
  securityHub: "Security Hub",
  cis3: "CIS 3.0",
  nist80053: "NIST 800-53 r5",
  wellArchitected: "Well-Architected",
  checkov: "checkov",
  cdkNag: "cdk-nag",
  awsConfig: "AWS Config",
  prowler: "prowler",
  trivy: "trivy",
  pulumi: "Pulumi packs",
};

const SERVICES: Readonly<Record<string, string>> = {
  VPC: "Network: VPC, subnets, routes, endpoints",
  SG: "Security groups",
  BLAST: "Blast radius: what one mistake reaches",
  EXP: "Exposure: what the internet can reach",
  TAG: "Tagging",
};

function serviceOf({ id }: Entry): string {
  return id.replace(/-\d+$/, "");
}

function decidedBy(control: Control): string {
  return [control.resource ? "resource" : [], control.stack ? "stack" : []].flat().join(" + ");
}

function row(entry: Entry): string {
  const { id, name, title, severity } = entry;
  const decided = isDecidable(entry) ? `${decidedBy(entry)} | ${entry.enforcement}` : "elsewhere | -";
  return `| [${id}](#${id.toLowerCase()}) | \`${name}\` | ${title} | ${severity} | ${decided} |`;
}

function references(entry: Entry): readonly string[] {
  return Object.entries(REFERENCE_NAMES).flatMap(([field, name]) => {
    const ids = entry.references[field as keyof References] ?? []; // the table's keys are the references' keys
    return ids.length > 0 ? [`${name}: ${ids.join(", ")}`] : [];
  });
}

function parameters(control: Control): readonly string[] {
  return Object.entries(control.parameters).map(
    ([name, parameter]) =>
      `- \`${name}\`: ${parameter.description} Default: \`${JSON.stringify(parameter.default)}\`.`,
  );
}

function adjustment({ enforcement, severity, parameters = {} }: Adjustment<object>): string {
  const values = Object.entries(parameters).map(
    ([name, value]) => `\`${name}\` \`${JSON.stringify(value)}\``,
  );
  return [enforcement ?? [], severity ?? [], values].flat().join(", ");
}

/** What profiles ask of a control, by profile. */
function adjustments({ profiles }: Control): readonly (readonly [profile: string, asked: string])[] {
  return Object.entries(profiles).map(([profile, asked]) => [profile, adjustment(asked)] as const);
}

function profilesOf(control: Control): string {
  const asked = adjustments(control).map(([profile, what]) => `under \`${profile}\` ${what}`);
  return asked.length === 0 ? "" : `**Profiles.** At least ${asked.join("; ")}.`;
}

/** The controls that a workload's exposure changes, in one table. */
function profileTable(controls: readonly Control[]): string {
  const changed = controls.filter((control) => adjustments(control).length > 0);
  const cell = (control: Control, profile: string): string =>
    adjustments(control).find(([name]) => name === profile)?.[1] ?? "-";
  const rows = changed.map(
    (control) =>
      `| [${control.id}](#${control.id.toLowerCase()}) | ${control.title} | ${control.enforcement}, ${control.severity} | ` +
      `${cell(control, "public")} | ${cell(control, "private")} |`,
  );
  const head = "| Id | Control | Anywhere | `public` | `private` |\n| --- | --- | --- | --- | --- |";
  return [
    "## What a workload is to the internet",
    "`profiles` in `pack-settings` may name `public` or `private`. What stands here is the least that is asked then; what is " +
      "configured for a control counts before it.",
    `${head}\n${rows.join("\n")}`,
  ].join("\n\n");
}

function section(entry: Entry): string {
  const { id, title, why, fix } = entry;
  const about = [`<a id="${id.toLowerCase()}"></a>`, `### ${id} ${title}`, why, `**Fix.** ${fix}`];
  const decided = isDecidable(entry)
    ? [
        `**Configured as** \`${entry.name}\`, ${entry.enforcement} by default. **Judges** ${
          entry.types === "taggable"
            ? "every type that takes tags"
            : entry.types.map((type) => `\`${type}\``).join(", ")
        }.`,
        parameters(entry).join("\n"),
        profilesOf(entry),
      ]
    : [`**Checked elsewhere.** ${entry.checkedBy}`];
  return [...about, ...decided, `**See also.** ${references(entry).join("; ")}.`]
    .filter(Boolean)
    .join("\n\n");
}

/** The document of all controls, in Markdown. */
export function controlsDocument(entries: readonly Entry[]): string {
  const ordered = entries.toSorted((a, b) => a.id.localeCompare(b.id, "en", { numeric: true }));
  const decidable = entries.filter(isDecidable);
  const count = (level: string): number =>
    decidable.filter(({ enforcement }) => enforcement === level).length;
  const services = [...new Set(ordered.map(serviceOf))];
  return [
    "<!-- Generated from policy-pack/rules by policy-pack/tools/generate.ts. Change the rules, not this file. -->",
    "# Controls",
    `${entries.length} controls, ${decidable.length} of them decided before deployment: ${count("mandatory")} mandatory, ` +
      `${count("advisory")} advisory and ${count("disabled")} opt-in unless configured otherwise. How to configure, exempt ` +
      "and add controls: [policy-pack/README.md](../policy-pack/README.md).",
    profileTable(ordered.filter(isDecidable)),
    ...services.flatMap((service) => {
      const own = ordered.filter((entry) => serviceOf(entry) === service);
      const head =
        "| Id | Name | Control | Severity | Decided by | Default |\n| --- | --- | --- | --- | --- | --- |";
      return [
        `## ${SERVICES[service] ?? service}`,
        `${head}\n${own.map(row).join("\n")}`,
        ...own.map(section),
      ];
    }),
  ].join("\n\n");
}

/** JSON schema of the configuration file, for editors. */
export function configurationSchema(controls: readonly Control[]): object {
  const level = { type: "string", enum: ["mandatory", "advisory", "disabled"] };
  const policy = (description: string, properties: object) => ({
    description,
    anyOf: [
      level,
      { type: "object", properties: { enforcementLevel: level, ...properties }, additionalProperties: false },
    ],
  });
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Configuration of the well-architected policy pack",
    type: "object",
    properties: {
      all: level,
      [PACK]: policy("Settings of the pack as a whole.", packParameters),
      ...Object.fromEntries(
        controls.map((control) => [
          control.name,
          policy(`${control.id} ${control.title}.`, controlSchema(control).properties),
        ]),
      ),
    },
    additionalProperties: false,
  };
}
