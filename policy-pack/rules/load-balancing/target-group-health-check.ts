import { TARGET_GROUPS } from "../../aws/load-balancers";
import { valueOr } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { type Condition, where } from "../../shapes/condition";
import { oneOf } from "../../shapes/property";

/** A check of a function is a call that is paid for, and AWS does none unless told. */
const NO_FUNCTION: Condition = {
  holds: (group) => {
    const type = valueOr(group.at("targetType").string(), "instance");
    return type === undefined ? undefined : type !== "lambda";
  },
  decidedBy: "targetType",
  otherwise: "A function is not checked",
};

export const control = defineControl({
  id: "LB-15",
  name: "target-group-health-check",
  title: "Target groups check the health of their targets",
  why: "Without a check requests go on to targets that cannot answer.",
  fix: "Leave healthCheck.enabled out or true, with a path that tells whether the application works.",
  severity: "low",
  enforcement: "advisory",
  types: TARGET_GROUPS,
  resource: where(NO_FUNCTION, oneOf("healthCheck.enabled", [true], true)),
  references: {
    nist80053: ["CP-10", "SC-5", "SI-13"],
    wellArchitected: ["REL11-BP01", "REL11-BP02"],
    checkov: ["CKV_AWS_261"],
  },
});
