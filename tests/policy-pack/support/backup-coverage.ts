import { aws, type Program, ref, type Resource, UNKNOWN } from "./fixtures";

const selection = (props: object): Program => ({
  selection: aws("backup/selection:Selection", { planId: UNKNOWN, ...props }),
});

const tag = (value: string) => [{ type: "STRINGEQUALS", key: "Backup", value }];
const condition = (kind: string, value: string) => [{ [kind]: [{ key: "aws:ResourceTag/Backup", value }] }];

/** Programs of a resource that a plan must take, in a stack that owns the plans. */
export function backupPrograms(
  make: (props: object) => Resource,
  named: { readonly props: object; readonly arn: string; readonly pattern: string },
) {
  const tagged = { store: make({ tags: { Backup: "daily" } }) };
  const plain = { store: make({}) };
  const both = { resources: ["*"], conditions: condition("stringEquals", "daily") };
  return {
    pass: {
      "a store that is named": { ...plain, ...selection({ resources: [ref("store")] }) },
      "a store whose known ARN is named": {
        store: make(named.props),
        ...selection({ resources: [named.arn] }),
      },
      "a store of a pattern": { ...plain, ...selection({ resources: [named.pattern] }) },
      "a store of a service that is named": {
        ...plain,
        ...selection({ resources: [named.pattern.split(":").slice(0, 3).join(":") + ":*"] }),
      },
      "a store beside a selection of everything": { ...plain, ...selection({}) },
      "a store with the tag": { ...tagged, ...selection({ selectionTags: tag("daily") }) },
      "a store that meets the condition": { ...tagged, ...selection(both) },
      "a store that meets the condition and lacks the tag": {
        ...tagged,
        ...selection({ selectionTags: tag("weekly"), conditions: condition("stringEquals", "daily") }),
      },
      "a store that meets a condition with a wildcard": {
        ...tagged,
        ...selection({ conditions: condition("stringLikes", "d*") }),
      },
    },
    fail: {
      "a store beside a selection of another": {
        ...plain,
        ...selection({ resources: ["arn:aws:ec2:*:*:volume/*"] }),
      },
      "a store with another value of the tag": { ...tagged, ...selection({ selectionTags: tag("weekly") }) },
      "a store that does not meet the condition": { ...plain, ...selection(both) },
      "a store that does not meet a condition with a wildcard": {
        ...tagged,
        ...selection({ conditions: condition("stringLikes", "w*") }),
      },
      "a store that meets a negative condition with a wildcard": {
        ...tagged,
        ...selection({ conditions: condition("stringNotLikes", "d*") }),
      },
      "a store that meets a negative condition": {
        ...tagged,
        ...selection({ resources: ["*"], conditions: condition("stringNotEquals", "daily") }),
      },
      "a store whose name does not begin so": {
        store: make(named.props),
        ...selection({ resources: [named.pattern.replace(/\*$/, "prod-*")] }),
      },
      "a store that is taken out again": {
        ...plain,
        ...selection({ resources: ["*"], notResources: [ref("store")] }),
      },
    },
    unknown: {
      "a store beside a selection of what is computed": { ...plain, ...selection({ resources: UNKNOWN }) },
      "a store beside a selection by computed tags": { ...plain, ...selection({ selectionTags: UNKNOWN }) },
      "a store whose tag is computed": {
        store: make({ tags: { Backup: UNKNOWN } }),
        ...selection({ selectionTags: tag("daily") }),
      },
      "a store that may have the tag by default": {
        store: make({ tags: { Owner: UNKNOWN }, tagsAll: UNKNOWN }),
        ...selection({ selectionTags: tag("daily") }),
      },
      "a store whose name may begin so": {
        ...plain,
        ...selection({ resources: [named.pattern.replace(/\*$/, "prod-*")] }),
      },
      "a store whose name is not known yet": { ...plain, ...selection({ resources: [named.arn] }) },
    },
    unset: { "a store without any selection": ["fail", plain] },
    settings: { properties: { owned: true } },
  } as const;
}
