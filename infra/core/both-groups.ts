/**
 * Id of a measure of the other group, where ECS moves a workload's requests between two target groups.
 *
 * @param id - Id of the same measure of the one group.
 */
export function otherId(id: string): string {
  return `${id}Other`;
}

/**
 * What a measure says of both groups together, as CloudWatch's metric math: counts add up (`SUM`), and the slower of two answers
 * is how slow it is (`MAX`). A group that has no requests has no values, and takes no part.
 *
 * @param id - Id of the measure of the one group; that of the other one is {@link otherId}.
 */
export function ofBoth(join: "SUM" | "MAX", id: string): string {
  return `${join}([${id}, ${otherId(id)}])`;
}
