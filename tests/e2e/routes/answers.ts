/** Who gets what, in the order of `audience`: nobody, viewer, manager, ops, admin. */
export const everyone = [200, 200, 200, 200, 200] as const;
export const missing = [404, 404, 404, 404, 404] as const;
export const signedInPage = ['/sign-in', 200, 200, 200, 200] as const;
export const reader = [401, 200, 200, 200, 200] as const;
export const readerOfNothing = [401, 404, 404, 404, 404] as const;
export const opsReader = [401, 403, 403, 200, 200] as const;
export const adminReader = [401, 403, 403, 403, 200] as const;
export const writer = (status: number) => [401, 403, status, 403, status] as const;

export const v1 = 'app/api/v1';
