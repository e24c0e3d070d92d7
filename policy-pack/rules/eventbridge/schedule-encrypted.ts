import { tokens } from "../../aws/tokens";
import { defineControl } from "../../registry/control";
import { present } from "../../shapes/property";

export const control = defineControl({
  id: "EVB-03",
  name: "schedule-encrypted",
  title: "Schedules are encrypted with a KMS key of the account",
  why: "The input of a schedule is data, too; only a key of your own has a policy that can keep a reader out.",
  fix: "Set kmsKeyArn of the aws.scheduler.Schedule.",
  severity: "low",
  enforcement: "advisory",
  types: tokens("scheduler/schedule:Schedule"),
  resource: present("kmsKeyArn"),
  references: {
    nist80053: ["SC-12", "SC-28"],
    wellArchitected: ["SEC08-BP01", "SEC08-BP02"],
    checkov: ["CKV_AWS_297"],
  },
});
