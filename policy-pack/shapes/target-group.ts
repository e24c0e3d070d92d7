import { known, valueOr } from "../reading/view";
import type { Condition } from "./condition";

/**
 * Target groups whose targets speak a network protocol of their own.
 *
 * @param others - Types of target of which nothing is asked.
 */
export function speaking(...others: readonly string[]): Condition {
  return {
    holds: (group) => {
      if (known(group.at("protocol").string()) === "GENEVE") return false;
      const type = valueOr(group.at("targetType").string(), "instance");
      return type === undefined ? undefined : !others.includes(type);
    },
    decidedBy: "targetType",
    otherwise: "Targets of this kind have no protocol to choose",
  };
}
