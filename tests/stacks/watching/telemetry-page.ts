import { telemetryWords } from "../../../infra/monitoring/monitoring-args";
import { savedQueries } from "../../../infra/monitoring/saved-queries";
import type { SimulatedResource, Simulation } from "../../../simulator/mocks";
import { telemetryWordsOf } from "../../../stacks/catalogue/watched";
import { catalogue } from "../../../stacks/catalogue";
import { textOf } from "./graph";

/** Environments as deployed, by name. */
export type Environments = Readonly<Record<string, Simulation>>;

const meanings: Readonly<Record<(typeof telemetryWords)[number], string>> = {
  standard: "logs, metrics, alarms, a dashboard, saved queries",
  traced: "the same, and traces of its requests",
};

/** A table of Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** How each workload is looked into, told from what is deployed. */
export function telemetryPage(environments: Environments): string {
  const names = Object.keys(environments);
  const words = telemetryWordsOf(catalogue);
  return [
    "<!-- Generated from what is deployed: npm run generate -->",
    "# Telemetry",
    "Who runs something here gets its telemetry without asking. One word of the catalogue, `telemetry`, says how far it goes; how closely an environment is looked into is a row of its size table (`platform:monitoring.telemetry`, `platform:compute.containerInsights`), because it costs by what is measured.",
    table(
      ["word", "what it gives"],
      telemetryWords.map((word) => [`\`${word}\``, meanings[word]]),
    ),
    "## Workloads",
    table(
      [
        "workload",
        "word",
        "log",
        ...names.map((name) => `kept in ${name}`),
        "masked",
        "traces",
        "saved queries",
      ],
      Object.entries(words).map(([workload, word]) => workloadRow(workload, word, environments)),
    ),
    "## Environments",
    table(
      ["what", ...names],
      [
        ["requests that are traced", ...each(environments, tracedShare)],
        ["unusual lines are looked for", ...each(environments, anomalies)],
        ["Container Insights", ...each(environments, insights)],
        ["alarms over alarms", ...each(environments, count("aws:cloudwatch/compositeAlarm:CompositeAlarm"))],
        ["rules for events", ...each(environments, eventRules)],
        ["visits to the front door", ...each(environments, visits)],
        ["pages that real users' browsers measure", ...each(environments, measuredPages)],
        ["dashboards", ...each(environments, count("aws:cloudwatch/dashboard:Dashboard"))],
      ],
    ),
    "## Logs",
    "Every log is encrypted with a key of our own and kept as long as its size table says. What people write to the log of a workload passes AWS's detectors of personal data and credentials: what they find is masked for everybody without `logs:Unmask`, and counted. Structured logs (a JSON object a line, with `level`, `message`, `requestId`, `traceId`, `path`, `status`, `durationMs`) answer the saved queries:",
    table(
      ["query", "what it answers"],
      savedQueries.map(({ word, meaning }) => [`\`<environment>/<workload>/${word}\``, meaning]),
    ),
    "## Metrics",
    "AWS's own metrics of everything that is built; Container Insights of services; the CloudWatch agent's memory and disk of instances. What an application measures itself it writes as a line of its log in the [embedded metric format](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format.html): it needs no right and no agent for that. Which of them call somebody is in [alarms.md](alarms.md).",
    "## Traces",
    "A traced workload finds in its settings where OpenTelemetry sends traces to (`OTEL_*`), and in its role the right to send them; the SDK of its language does the rest, without a collector. Callers decide for those they call, so that a trace is whole or is not there. Each has a group in X-Ray, with insights. The account's stack has every Region's traces sent to CloudWatch Logs (_Transaction Search_), where each span can be searched: CloudWatch, _Application Signals_, _Transaction search_. One trace of a hundred is found in X-Ray, too.",
    "AWS makes the log of spans, `aws/spans`, itself, once the first one comes. How long it is kept, and by which key it is encrypted, is therefore set by hand, once in each Region:",
    [
      "```sh",
      "aws logs put-retention-policy --log-group-name aws/spans --retention-in-days 30",
      "aws logs associate-kms-key --log-group-name aws/spans --kms-key-id <key that admits CloudWatch Logs>",
      "```",
    ].join("\n"),
    "## The front door",
    "Contributor Insights counts who is refused most and which paths are asked for most, from the log of the web ACL. A canary visits it from outside by its public name, as `visits` of `platform:compute.frontDoor` says: `every-minute` or `every-five-minutes`. DNS, the certificate, the web ACL and the balancer have to let it in, and any answer but a server's error will do; what it finds is kept as long as the balancer's logs, in their bucket, under `canary/`.",
    "CloudWatch RUM gathers what the browsers of real users measure of pages: how long they take, which scripts and calls fail in them. `realUsers` of `platform:compute.frontDoor` says whether (`measured`) and how many page loads (`percent`). A workload that the front door leads to finds in its settings what AWS's [web client](https://github.com/aws-observability/aws-rum-web) needs, `REAL_USERS_APP_MONITOR_ID`, `REAL_USERS_IDENTITY_POOL_ID` and `REAL_USERS_PERCENT`, and puts it into its pages; a page that does not is not measured. The client gets the identity pool and no `guestRoleArn`, so that Amazon Cognito itself narrows what a guest may do, and `allowCookies: false`: nobody is recognised, and counts of sessions stay empty. What is gathered ends after 30 days.",
    "## More than one account",
    "Each account sees its own telemetry. Where one is to see that of others, its stack names them under `platform:sharing.receives`, by Region, and tells its sinks in the output `telemetrySinkArns`; each of the others names that sink under `platform:sharing.sends`. Metrics, logs and traces then show in the dashboards and searches of the first, and stay where they are: nothing is copied, and nobody can change anything by it. It costs nothing but copies of traces beyond the first account that sees them.",
    "",
  ].join("\n\n");
}

function each(environments: Environments, value: (simulation: Simulation) => string): readonly string[] {
  return Object.values(environments).map(value);
}

const count =
  (type: string) =>
  (simulation: Simulation): string =>
    String(simulation.ofType(type).length);

function eventRules(simulation: Simulation): string {
  const rules = simulation
    .ofType("aws:cloudwatch/eventRule:EventRule")
    .filter(({ name }) => name.startsWith("monitoring-event-"));
  const on = rules.filter(({ inputs }) => inputs.state === "ENABLED");
  return `${on.length} of ${rules.length} on`;
}

function tracedShare(simulation: Simulation): string {
  const [rule] = simulation.ofType("aws:xray/samplingRule:SamplingRule");
  return rule === undefined ? "none" : `${100 * Number(rule.inputs.fixedRate)} %`;
}

function visits(simulation: Simulation): string {
  const [canary] = simulation.ofType("aws:synthetics/canary:Canary");
  // Simulated inputs are known as JSON alone.
  const schedule = canary?.inputs.schedule as { readonly expression?: string } | undefined;
  return schedule?.expression ?? "none";
}

function measuredPages(simulation: Simulation): string {
  const [monitor] = simulation.ofType("aws:rum/appMonitor:AppMonitor");
  // Simulated inputs are known as JSON alone.
  const found = monitor?.inputs.appMonitorConfiguration as
    { readonly sessionSampleRate?: number } | undefined;
  const share = found?.sessionSampleRate ?? 0;
  return share === 0 ? "none" : `${Math.round(100 * share)} %`;
}

function anomalies(simulation: Simulation): string {
  const detectors = simulation.ofType("aws:cloudwatch/logAnomalyDetector:LogAnomalyDetector");
  return detectors.every(({ inputs }) => inputs.enabled === true) ? "yes" : "no";
}

function insights(simulation: Simulation): string {
  const [cluster] = simulation.ofType("aws:ecs/cluster:Cluster");
  const [setting] = (cluster?.inputs.settings ?? []) as readonly { readonly value?: string }[];
  return setting?.value ?? "none";
}

function workloadRow(workload: string, word: string, environments: Environments): readonly string[] {
  const found = Object.entries(environments).map(([environment, simulation]) => {
    const ofType = (type: string): readonly SimulatedResource[] => simulation.ofType(type);
    const log = `/${environment}/workload/${workload}`;
    return {
      kept: ofType("aws:cloudwatch/logGroup:LogGroup").find((each) => textOf(each, "name") === log),
      masked: ofType("aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy").some(
        ({ inputs }) => inputs.logGroupName === log,
      ),
      traced: ofType("aws:xray/group:Group").some(({ name }) => name.endsWith(`-${workload}`)),
      queries: ofType("aws:cloudwatch/queryDefinition:QueryDefinition").filter((each) =>
        textOf(each, "name").startsWith(`${environment}/${workload}/`),
      ).length,
    };
  });
  const [first] = found;
  return [
    workload,
    `\`${word}\``,
    `\`/<environment>/workload/${workload}\``,
    ...found.map(({ kept }) =>
      kept === undefined ? "no log" : `${Number(kept.inputs.retentionInDays)} days`,
    ),
    found.every(({ masked }) => masked) ? "yes" : "no",
    found.every(({ traced }) => traced) ? "yes" : "-",
    String(first?.queries ?? 0),
  ];
}
