import Graph from "graphology";
import Sigma from "sigma";
import type { Camera, Size } from "./camera";

/** A dot as it is to be drawn; y grows downwards. */
export interface Dot {
  readonly place: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: string;
}

/** A line between two dots. */
export interface Line {
  readonly from: number;
  readonly to: number;
  readonly size: number;
  readonly colour: string;
}

/** The layer that WebGL draws: some dots and lines, as our camera sees them. */
export class Near {
  private readonly sigma: Sigma;
  private plane: Size = { width: 1, height: 1 };

  constructor(container: HTMLElement) {
    this.sigma = new Sigma(new Graph(), container, {
      allowInvalidContainer: true,
      autoCenter: true,
      autoRescale: true,
      minEdgeThickness: 0.6,
      renderEdgeLabels: false,
      renderLabels: false,
      stagePadding: 0,
      zIndex: true,
      zoomToSizeRatioFunction: () => 1,
    });
  }

  /** Replaces all that is drawn. */
  show(plane: Size, dots: readonly Dot[], lines: readonly Line[]): void {
    const graph = new Graph({ type: "directed", multi: true, allowSelfLoops: false });
    for (const dot of dots) {
      graph.addNode(dot.place, {
        x: dot.x,
        y: plane.height - dot.y,
        size: dot.size,
        color: dot.colour,
        zIndex: -dot.place,
      });
    }
    lines.forEach((line, number) => {
      graph.addEdgeWithKey(number, line.from, line.to, { size: line.size, color: line.colour });
    });
    this.plane = plane;
    this.sigma.setCustomBBox({ x: [0, plane.width], y: [0, plane.height] });
    this.sigma.setGraph(graph);
  }

  /** Looks at another part. */
  look(camera: Camera): void {
    const { width, height } = this.plane;
    const still = { cameraState: { x: 0.5, y: 0.5, ratio: 1, angle: 0 } };
    const left = this.sigma.graphToViewport({ x: 0, y: 0 }, still).x;
    const right = this.sigma.graphToViewport({ x: width, y: 0 }, still).x;
    const longer = Math.max(width, height);
    this.sigma.getCamera().setState({
      x: 0.5 + (camera.x - width / 2) / longer,
      y: 0.5 + (height / 2 - camera.y) / longer,
      ratio: (right - left) / width / camera.scale,
      angle: 0,
    });
    this.sigma.scheduleRender();
  }

  resize(): void {
    this.sigma.resize();
  }

  /** Tells when a picture has been drawn. */
  onDrawn(told: () => void): void {
    this.sigma.on("afterRender", told);
  }
}
