import { ACCESS_POINTS } from "../../aws/file-systems";
import { defineControl } from "../../registry/control";
import { present } from "../../shapes/property";

export const control = defineControl({
  id: "EFS-05",
  name: "access-point-posix-user",
  title: "Access points put their own user in place of the client's",
  why: "A client that names its own user and group can name anyone's, root included.",
  fix: "Set posixUser of the aws.efs.AccessPoint.",
  severity: "medium",
  enforcement: "advisory",
  types: ACCESS_POINTS,
  resource: present("posixUser"),
  references: {
    securityHub: ["EFS.4"],
    nist80053: ["AC-6(2)"],
    wellArchitected: ["SEC08-BP04"],
    checkov: ["CKV_AWS_330"],
    awsConfig: ["efs-access-point-enforce-user-identity"],
    prowler: ["efs_access_point_enforce_user_identity"],
    pulumi: ["PB:efs-accesspoint-posix-user"],
  },
});
