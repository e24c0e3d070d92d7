/** A container image, by digest. */
export interface Image {
  /** Host of the registry. */
  readonly registry: string;
  /** Repository in the registry. */
  readonly repository: string;
  /**
   * Account and Region of the registry.
   *
   * @default - the registry is none of Elastic Container Registry's private ones: pulling takes no rights
   */
  readonly ecr?: { readonly accountId: string; readonly region: string };
}

const reference =
  /^([a-z0-9.-]+\.[a-z0-9.-]+(?::\d+)?)\/([a-z0-9]+(?:[._/-]+[a-z0-9]+)*)@sha256:[0-9a-f]{64}$/;
const privateRegistry = /^(\d{12})\.dkr[.-]ecr\.([a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|on\.aws)$/;

/** How an image is written. */
export const imageForm = "<registry>/<repository>@sha256:<64 digits>: a tag can be moved, a digest cannot";

/** Reads an image; nothing where it is not named by digest. */
export function parseImage(image: string): Image | undefined {
  const [, registry, repository] = reference.exec(image) ?? [];
  if (registry === undefined || repository === undefined) return undefined;
  const [, accountId, region] = privateRegistry.exec(registry) ?? [];
  if (accountId === undefined || region === undefined) return { registry, repository };
  return { registry, repository, ecr: { accountId, region } };
}
