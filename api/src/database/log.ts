/** Takes a line a person reads while the database is opened or when it is in trouble. */
export type Log = (line: string) => void;
