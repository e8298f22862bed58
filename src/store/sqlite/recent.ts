/** A set that forgets what was put into it longest ago, once there are more than so many. */
export class Recent {
  private readonly items = new Set<string>();

  constructor(private readonly most: number) {}

  has(item: string): boolean {
    return this.items.has(item);
  }

  set(item: string): void {
    this.items.delete(item);
    this.items.add(item);
    if (this.items.size > this.most) this.items.delete(this.items.values().next().value!);
  }

  delete(item: string): void {
    this.items.delete(item);
  }
}
