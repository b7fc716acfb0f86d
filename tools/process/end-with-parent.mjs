/** Loaded before a program that must not outlive the script that started it, even when that script is killed. */

process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// A listener keeps the channel, and so the program, alive; the program alone decides how long it runs.
process.channel?.unref();
