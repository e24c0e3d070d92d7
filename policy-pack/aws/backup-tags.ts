import { known } from "../reading/view";
import type { Subject } from "../registry/control";
import { tagsOf } from "./tags";

/** Tags by which a backup plan outside of the stack selects. */
export type BackupTags = Readonly<Record<string, string>>;

/** The parameter that names them. */
export const backupTagsParameter = {
  type: "object" as const,
  additionalProperties: { type: "string" as const },
  default: {},
  description: "Tags, any of which puts a resource into a backup plan outside of this stack.",
};

/** Whether a resource has a tag by which a plan outside of the stack selects. */
export function hasBackupTag(resource: Subject, backupTags: BackupTags): boolean {
  const { byKey } = tagsOf(resource);
  return Object.entries(backupTags).some(([key, value]) => {
    const tag = byKey.get(key);
    return tag !== undefined && known(tag.string()) === value;
  });
}
