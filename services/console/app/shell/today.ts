/** Today in Asia/Shanghai, where the days of the law begin and end. */
export const today = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
