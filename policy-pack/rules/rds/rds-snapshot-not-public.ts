import {
  CLUSTER_SNAPSHOT_COPIES,
  CLUSTER_SNAPSHOTS,
  SNAPSHOT_COPIES,
  SNAPSHOTS,
} from "../../aws/database-encryption";
import { known } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { fail, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

const EVERYONE = "all";

export const control = defineControl({
  id: "RDS-32",
  name: "rds-snapshot-not-public",
  title: "Snapshots of databases are not shared with everyone",
  why: "A public snapshot is the whole database for whoever looks for one, and people do look.",
  fix: "Name the accounts in sharedAccounts, or remove it.",
  severity: "critical",
  enforcement: "mandatory",
  types: [...SNAPSHOTS, ...SNAPSHOT_COPIES, ...CLUSTER_SNAPSHOTS, ...CLUSTER_SNAPSHOT_COPIES],
  resource: ({ props }) => {
    const place = props.at("sharedAccounts");
    const everyone = place.items().find((account) => known(account.string())?.toLowerCase() === EVERYONE);
    if (everyone)
      return fail(everyone, text`the snapshot is shared with all accounts; required: named ones.`);
    const unknown = place.firstUnknown();
    return unknown ? undetermined(unknown) : pass;
  },
  references: {
    securityHub: ["RDS.1"],
    nist80053: [
      "AC-21",
      "AC-3",
      "AC-3(7)",
      "AC-4",
      "AC-4(21)",
      "AC-6",
      "SC-7",
      "SC-7(11)",
      "SC-7(16)",
      "SC-7(20)",
      "SC-7(21)",
      "SC-7(3)",
      "SC-7(4)",
      "SC-7(9)",
    ],
    wellArchitected: ["SEC08-BP04"],
    checkov: ["CKV_AWS_302"],
    awsConfig: ["rds-snapshots-public-prohibited"],
    prowler: ["rds_snapshots_public_access"],
  },
});
