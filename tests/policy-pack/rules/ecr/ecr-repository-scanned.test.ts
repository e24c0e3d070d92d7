import { aws, fixtures, UNKNOWN } from "../../support/fixtures";

const repository = (props: object) => aws("ecr/repository:Repository", { name: "shop/app", ...props });
const pushed = (scanOnPush: unknown) => repository({ imageScanningConfiguration: { scanOnPush } });
const registry = (filter: string, scanFrequency = "SCAN_ON_PUSH") =>
  aws("ecr/registryScanningConfiguration:RegistryScanningConfiguration", {
    scanType: "BASIC",
    rules: [{ scanFrequency, repositoryFilters: [{ filter, filterType: "WILDCARD" }] }],
  });

fixtures("ecr-repository-scanned", {
  pass: {
    "a repository that scans": { app: pushed(true) },
    "a repository of a registry that scans all": { app: repository({}), registry: registry("*") },
    "a repository without a name, of a registry that scans all": {
      app: aws("ecr/repository:Repository"),
      registry: registry("*", "CONTINUOUS_SCAN"),
    },
    "a repository whose name holds the filter": { app: repository({}), registry: registry("app") },
    "a repository that a filter with a star holds for": { app: repository({}), registry: registry("shop/*") },
  },
  fail: {
    "a repository that does not": { app: pushed(false) },
    "a repository that no filter holds for": { app: repository({}), registry: registry("app*") },
    "a repository that no filter holds for, however often it scans": {
      app: repository({}),
      registry: registry("app*", UNKNOWN),
    },
    "a repository of a registry that scans by hand": {
      app: repository({}),
      registry: registry("*", "MANUAL"),
    },
  },
  unknown: {
    "a repository whose scan is computed": { app: pushed(UNKNOWN) },
    "a repository whose name is computed, and a filter": {
      app: repository({ name: UNKNOWN }),
      registry: registry("shop/*"),
    },
    "a registry that may scan by hand": { app: repository({}), registry: registry("*", UNKNOWN) },
    "a registry whose filter is computed": { app: repository({}), registry: registry(UNKNOWN) },
    "a registry whose filters are computed": {
      app: repository({}),
      registry: aws("ecr/registryScanningConfiguration:RegistryScanningConfiguration", {
        rules: [{ scanFrequency: "SCAN_ON_PUSH", repositoryFilters: UNKNOWN }],
      }),
    },
    "a registry whose rules are computed": {
      app: repository({}),
      registry: aws("ecr/registryScanningConfiguration:RegistryScanningConfiguration", { rules: UNKNOWN }),
    },
  },
  unset: { "a repository that says nothing": ["fail", { app: repository({}) }] },
  alias: { none: "one token" },
});
