/** What the page of the interface asks of Swagger UI. */
declare module "swagger-ui-dist/swagger-ui-es-bundle.js" {
  export default function SwaggerUI(options: {
    domNode: HTMLElement;
    url: string | undefined;
    validatorUrl: null;
    deepLinking: boolean;
    displayRequestDuration: boolean;
    docExpansion: "list" | "full" | "none";
    defaultModelsExpandDepth: number;
    onComplete: () => void;
  }): unknown;
}
