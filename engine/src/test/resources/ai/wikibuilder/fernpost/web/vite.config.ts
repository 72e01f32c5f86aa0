import { defineConfig } from "vite";
import react from "@vitejs/plugin-react";

// The client in development.
export default defineConfig({
  plugins: [react()],
  build: {
    sourcemap: true,
    outDir: "dist",
  },
  server: {
    port: 5173,
    proxy: {
      "/api": {
        target: "http://localhost:8080",
        changeOrigin: true,
      },
    },
  },
});
// end
