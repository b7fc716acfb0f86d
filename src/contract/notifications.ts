/**
 * Whether the desktop shows notifications. `untried`: none was sent yet. `working`: the last one was shown.
 * `unsupported`: the desktop has no service for them. `failed`: it refused the last one. `silent`: the last one was
 * neither shown nor refused in time. `detail`: a sentence for people, empty while all is well.
 */
export interface NotificationHealth {
  readonly state: 'untried' | 'working' | 'unsupported' | 'failed' | 'silent';
  readonly detail: string;
}
