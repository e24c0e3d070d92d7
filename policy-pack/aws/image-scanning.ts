import { known, type View } from "../reading/view";
import type { StackIndex, StackResource } from "../stack/stack-index";
import { tokens } from "./tokens";

/** Private repositories of images. */
export const REPOSITORIES = tokens("ecr/repository:Repository");

const REGISTRY_SCANNING = tokens("ecr/registryScanningConfiguration:RegistryScanningConfiguration");
const SCANNING = ["SCAN_ON_PUSH", "CONTINUOUS_SCAN"];

/** A filter without a star holds for every name that contains it. Nothing where it cannot be told. */
function matches(filter: View, name: string | undefined): boolean | undefined {
  const written = known(filter.at("filter").string());
  if (written === "*") return true;
  if (written === undefined || name === undefined) return undefined;
  if (!written.includes("*")) return name.includes(written);
  const parts = written.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(name);
}

function ruleScans(rule: View, name: string | undefined): boolean | undefined {
  const frequency = rule.at("scanFrequency");
  if (!frequency.isUnknown && !SCANNING.includes(known(frequency.string()) ?? "")) return false;
  const filters = rule.at("repositoryFilters");
  const found = filters.isUnknown ? [undefined] : filters.items().map((filter) => matches(filter, name));
  if (found.includes(true)) return frequency.isUnknown ? undefined : true;
  return anyOpen(found);
}

/** Of several answers none of which is yes: not known as soon as one is not. */
function anyOpen(answers: readonly (boolean | undefined)[]): boolean | undefined {
  return answers.includes(undefined) ? undefined : false;
}

/** Whether images of a repository are scanned, by its own setting or by the registry's. Nothing where it cannot be told. */
export function isScanned(stack: StackIndex, { props }: StackResource): boolean | undefined {
  const own = props.at("imageScanningConfiguration.scanOnPush");
  const name = known(props.at("name").string());
  const byRegistry = stack.ofTypes(REGISTRY_SCANNING).flatMap((registry) => {
    const rules = registry.props.at("rules");
    return rules.isUnknown ? [undefined] : rules.items().map((rule) => ruleScans(rule, name));
  });
  const answers = [own.isUnknown ? undefined : known(own.boolean()) === true, ...byRegistry];
  return answers.includes(true) ? true : anyOpen(answers);
}
