export function show(text: string) {
  console.log(text);
}
