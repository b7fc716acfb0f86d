import { standIn } from '../stand-in/stand-in.ts';

type Own =
  | 'getSystemIdleState'
  | 'getSystemIdleTime'
  | 'getCurrentThermalState'
  | 'isOnBatteryPower'
  | 'onBatteryPower';

/** `powerMonitor`: a machine that is awake, in use and plugged in. A test tells otherwise by `emit`, as in Electron. */
export class PowerMonitor
  extends standIn<Electron.PowerMonitor, Own>('PowerMonitor', 'powerMonitor')
  implements Pick<Electron.PowerMonitor, Own>
{
  readonly onBatteryPower = false;

  getSystemIdleState(_idleThreshold: number): 'active' {
    return 'active';
  }
  getSystemIdleTime(): number {
    return 0;
  }
  getCurrentThermalState(): 'unknown' {
    return 'unknown';
  }
  isOnBatteryPower(): boolean {
    return this.onBatteryPower;
  }
}

export const powerMonitor = new PowerMonitor();
