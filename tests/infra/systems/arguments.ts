import type { SystemsArgs } from "../../../infra/systems";

/** Arguments with three rings in one Region and one in another. */
export const systemsArgs: SystemsArgs = {
  scope: { environment: "account", accountId: "111122223333", region: "eu-west-1" },
  regions: ["eu-west-1", "eu-central-1"],
  environments: {
    dev: { region: "eu-west-1" },
    preprod: { region: "eu-west-1" },
    prod: { region: "eu-west-1" },
    dr: { region: "eu-central-1" },
  },
  keyDeletionWindowDays: 30,
  criticality: "critical",
  owner: "platform",
  sessions: { idleMinutes: 20, maximumMinutes: 480, runAs: "ec2-user", retentionDays: 400 },
  parameters: { tier: "standard", highThroughput: false },
  patching: {
    operatingSystems: ["amazon-linux-2023", "windows"],
    severeAfterDays: 0,
    otherAfterDays: 7,
    rings: [
      { environment: "dev", region: "eu-west-1", soakDays: 3, window: "tue:03:00-tue:06:00" },
      { environment: "preprod", region: "eu-west-1", soakDays: 4, window: "thu:03:00-thu:06:00" },
      { environment: "prod", region: "eu-west-1", soakDays: 0, window: "sun:23:30-mon:02:30" },
      { environment: "dr", region: "eu-central-1", soakDays: 0, window: "sun:08:00-sun:11:00" },
    ],
  },
  adopt: {},
};
