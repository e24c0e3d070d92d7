/** When the lists below were last held against AWS's documentation. */
export const AS_OF = "2026-06-01";

/** Policies for load balancers that know TLS 1.2 or later only, with forward secrecy, and besides a post-quantum key exchange. */
export const POST_QUANTUM_POLICIES = [
  "ELBSecurityPolicy-TLS13-1-2-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-2-FIPS-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09",
  "ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09",
];

/** Policies for load balancers that AWS recommends: TLS 1.2 or later only, with forward secrecy. */
export const RECOMMENDED_POLICIES = [
  "ELBSecurityPolicy-TLS13-1-2-2021-06",
  "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
  "ELBSecurityPolicy-TLS13-1-3-2021-06",
  "ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04",
  "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04",
  "ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04",
  ...POST_QUANTUM_POLICIES,
];

/** What a listener has that names no policy, made by other means than the console: TLS 1.0 and up. */
export const DEFAULT_POLICY = "ELBSecurityPolicy-2016-08";

/** The strongest policy for classic load balancers. */
export const CLASSIC_POLICY = "ELBSecurityPolicy-TLS-1-2-2017-01";

/** Policies for REST APIs and their domains that know TLS 1.2 or later only. */
export const API_POLICIES = [
  "TLS_1_2",
  "SecurityPolicy_TLS12_2018_EDGE",
  "SecurityPolicy_TLS12_PFS_2025_EDGE",
  "SecurityPolicy_TLS13_2025_EDGE",
  "SecurityPolicy_TLS13_1_2_2021_06",
  "SecurityPolicy_TLS13_1_2_PQ_2025_09",
  "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09",
  "SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09",
  "SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09",
  "SecurityPolicy_TLS13_1_3_2025_09",
  "SecurityPolicy_TLS13_1_3_FIPS_2025_09",
];
