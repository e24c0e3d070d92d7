// What any pack costs, whatever it judges.
const load = process.getBuiltinModule("node:module").createRequire(__filename);
const { PolicyPack } = load("@pulumi/policy");

new PolicyPack("empty", { policies: [] });
