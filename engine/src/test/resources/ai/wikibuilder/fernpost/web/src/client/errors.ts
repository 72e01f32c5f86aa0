export class ApiError extends Error {
  constructor(readonly status: number) {
    super("the server answered " + status);
  }
}
@@49 // end
