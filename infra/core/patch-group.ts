/**
 * Tag by which an instance says to which ring of patching it belongs: its environment. The key has no space, as it must not
 * have where instances can read their tags.
 *
 * Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-patch-groups.html, 2026-11
 */
export const patchGroupTag = "PatchGroup";
