import SwaggerUI from "swagger-ui-dist/swagger-ui-es-bundle.js";
import "swagger-ui-dist/swagger-ui.css";
import "../css/api-docs.css";

const host = document.getElementById("api");
if (host !== null) {
  SwaggerUI({
    domNode: host,
    url: host.dataset["document"],
    validatorUrl: null, // would send the document to another host
    deepLinking: true,
    displayRequestDuration: true,
    docExpansion: "list",
    defaultModelsExpandDepth: 0,
    onComplete: () => document.getElementById("api-table")?.remove(),
  });
}
