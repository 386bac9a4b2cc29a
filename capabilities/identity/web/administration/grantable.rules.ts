/** Whether an administrator may give or take a role: they must hold everything it contains. */
export function mayGrant(
  role: { readonly permissions: readonly string[] },
  own: ReadonlySet<string>,
): boolean {
  return role.permissions.every((permission) => own.has(permission));
}

/** Whether two choices of roles are the same, in whatever order. */
export function sameRoles(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((role) => other.includes(role));
}
