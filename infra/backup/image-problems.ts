import { type Path, unless } from "../core/checks";
import type { Problem } from "../core/problem";
import type { Region } from "../core/region";

/** Which container images another Region gets. */
export interface ImageSizes {
  /** Region whose registry images are pushed to. */
  readonly from: Region;
  /** Regions that get them, each once; at least one. */
  readonly to: readonly Region[];
  /** Beginnings of the names of repositories that are meant, such as `shop/`, none the beginning of another; at least one. */
  readonly prefixes: readonly string[];
}

/** Most of what one rule takes. Source: ECR API, ReplicationRule, 2026-11 */
const most = { destinations: 25, filters: 100 };

/** Source: ECR API, RepositoryFilter and CreateRepositoryCreationTemplate, 2026-11 */
const prefixForm = /^(?=.{2,256}$)([a-z0-9]+([._-][a-z0-9]+)*\/)*[a-z0-9]+([._-][a-z0-9]+)*\/?$/;

/** Says for what images cannot be replicated as asked; `regions` are those where something runs or is recovered to. */
export function imageProblems(
  at: Path,
  { from, to, prefixes }: ImageSizes,
  regions: readonly Region[],
): readonly Problem[] {
  const guarded = regions.join(", ");
  return [
    ...unless(regions.includes(from), [...at, "from"], from, `a guarded Region: ${guarded}`),
    ...unless(
      to.length >= 1 && to.length <= most.destinations,
      [...at, "to"],
      to,
      `1 to ${most.destinations} Regions`,
    ),
    ...to.flatMap((region, position) =>
      unless(
        region !== from && regions.includes(region) && to.indexOf(region) === position,
        [...at, "to", position],
        region,
        `another guarded Region than ${from}, once: ${guarded}`,
      ),
    ),
    ...unless(
      prefixes.length >= 1 && prefixes.length <= most.filters,
      [...at, "prefixes"],
      prefixes,
      `1 to ${most.filters} beginnings of names`,
    ),
    ...prefixes.flatMap((prefix, position) => [
      ...unless(
        prefixForm.test(prefix),
        [...at, "prefixes", position],
        prefix,
        "2 to 256 small letters, digits and . _ - /, such as shop/",
      ),
      ...unless(
        !prefixes.some((other, place) => place !== position && prefix.startsWith(other)),
        [...at, "prefixes", position],
        prefix,
        "a beginning that no other one covers",
      ),
    ]),
  ];
}
