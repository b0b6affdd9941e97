import 'server-only';
import { commandLine, commands } from '@/lib/process';

/** What whoever runs the server types when nobody can sign in any more. */
export const resetPasswordCommand = (): string => commandLine('user reset-password --email ADDRESS --password-stdin');

/** How the server was started, and is again. */
export const startCommand = (): string => commands().start;
