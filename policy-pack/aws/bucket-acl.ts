import { known, type View } from "../reading/view";
import { ACL, BUCKETS } from "./buckets";

/** Groups that reach beyond the accounts that a program names. */
type Group = "everyone" | "every AWS user";

/** One permission that an access control list gives to a group. */
export interface Grant {
  readonly place: View;
  readonly group: Group;
  readonly permission: string;
}

/** What an access control list gives, and the first place that keeps the rest unknown. */
export interface Grants {
  readonly grants: readonly Grant[];
  readonly open: View | undefined;
}

/** Every permission that S3 knows. */
export const PERMISSIONS = ["READ", "WRITE", "READ_ACP", "WRITE_ACP", "FULL_CONTROL"];

/** Types whose inputs carry the access control list of a bucket. */
export const ACL_CARRIERS = [...BUCKETS, ...ACL.types];

const CANNED: Readonly<Record<string, readonly (readonly [Group, string])[]>> = {
  "public-read": [["everyone", "READ"]],
  "public-read-write": [
    ["everyone", "READ"],
    ["everyone", "WRITE"],
  ],
  "authenticated-read": [["every AWS user", "READ"]],
};

function groupOf(uri: View): Group | undefined {
  const name = known(uri.string()) ?? "";
  if (name.endsWith("/global/AllUsers")) return "everyone";
  return name.endsWith("/global/AuthenticatedUsers") ? "every AWS user" : undefined;
}

/** The grants of `accessControlPolicy` of an ACL, or of `grants` of a bucket. */
function listed(grants: View): Grants {
  if (grants.isUnknown) return { grants: [], open: grants };
  const found = grants.items().map((grant) => {
    const grantee = grant.at("grantee").isAbsent ? grant : grant.at("grantee");
    const permissions = grant.at("permissions").isAbsent
      ? [grant.at("permission")]
      : grant.at("permissions").items();
    const group = groupOf(grantee.at("uri"));
    const given = permissions.flatMap((place) => {
      const permission = known(place.string());
      return group === undefined || permission === undefined || !PERMISSIONS.includes(permission)
        ? []
        : { place: grant, group, permission };
    });
    const isOfUser = known(grantee.at("type").string()) === "CanonicalUser";
    return { given, open: isOfUser ? undefined : grant.firstUnknown() };
  });
  return { grants: found.flatMap(({ given }) => given), open: found.find(({ open }) => open)?.open };
}

/** What the access control list in these inputs gives to groups. */
export function grantsOf(props: View): Grants {
  const acl = props.at("acl");
  const canned = (CANNED[known(acl.string()) ?? ""] ?? []).map(([group, permission]) => ({
    ...{ place: acl, group, permission },
  }));
  const lists = [props.at("grants"), props.at("accessControlPolicy").at("grants")].map(listed);
  return {
    grants: [...canned, ...lists.flatMap(({ grants }) => grants)],
    open: acl.isUnknown ? acl : lists.find(({ open }) => open)?.open,
  };
}
