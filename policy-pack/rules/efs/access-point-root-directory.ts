import { ACCESS_POINTS } from "../../aws/file-systems";
import { valueOr } from "../../reading/view";
import { defineControl } from "../../registry/control";
import { fail, pass, undetermined } from "../../verdict/outcome";
import { text } from "../../verdict/text";

export const control = defineControl({
  id: "EFS-04",
  name: "access-point-root-directory",
  title: "Access points lead to a directory of their own",
  why: "An access point at the root shows every application the files of all the others.",
  fix: "Set rootDirectory.path of the aws.efs.AccessPoint to a directory below the root.",
  severity: "medium",
  enforcement: "advisory",
  types: ACCESS_POINTS,
  resource: ({ props }) => {
    const place = props.at("rootDirectory.path");
    const path = valueOr(place.string(), "/");
    if (path === undefined) return undetermined(place);
    return /^\/*$/.test(path)
      ? fail(place, text`the access point leads to the root; required: a directory below it.`)
      : pass;
  },
  references: {
    securityHub: ["EFS.3"],
    nist80053: ["AC-6(10)"],
    wellArchitected: ["SEC08-BP04"],
    checkov: ["CKV_AWS_329"],
    awsConfig: ["efs-access-point-enforce-root-directory"],
    prowler: ["efs_access_point_enforce_root_directory"],
  },
});
