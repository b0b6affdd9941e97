/** Where the application is reached from outside. The proxy runs apart from the rest and cannot ask `world()`. */
export const publicUrl = (): URL => new URL(process.env.PUBLIC_URL || `http://localhost:${process.env.PORT || 3000}`);
