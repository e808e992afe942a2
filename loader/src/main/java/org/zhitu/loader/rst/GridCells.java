package org.zhitu.loader.rst;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Finds the cells of a drawn table: from each corner along the top to the right, down, back to the left, and up again.
 * The first way round that closes is the cell. Gives up on drawings that do not close, and on hostile ones.
 */
final class GridCells {
    private static final int MOST_STEPS_PER_PLACE = 40;

    private final TextGrid grid;
    private final int right;
    private final int bottom;
    private long stepsLeft;

    /** The places of a cell's four sides. */
    record Cell(int top, int left, int bottom, int right) {}

    GridCells(TextGrid grid) {
        this.grid = grid;
        this.right = grid.width(0) - 1;
        this.bottom = grid.height() - 1;
        this.stepsLeft = (long) MOST_STEPS_PER_PLACE * grid.height() * grid.width(0);
    }

    /** Returns the cells by row, then column; empty where the drawing is no table. */
    Optional<List<Cell>> find() {
        PriorityQueue<Cell> corners =
                new PriorityQueue<>(Comparator.comparingInt(Cell::top).thenComparingInt(Cell::left));
        corners.add(new Cell(0, 0, 0, 0));
        int[] doneTo = new int[right + 1];
        Arrays.fill(doneTo, -1);
        List<Cell> cells = new ArrayList<>();
        while (!corners.isEmpty() && stepsLeft > 0) {
            Cell corner = corners.remove();
            boolean open = corner.top() < bottom && corner.left() < right && corner.top() > doneTo[corner.left()];
            Optional<Cell> found = open ? cell(corner.top(), corner.left()) : Optional.empty();
            if (found.isPresent()) {
                Cell cell = found.get();
                Arrays.fill(doneTo, cell.left(), cell.right(), cell.bottom() - 1);
                cells.add(cell);
                corners.add(new Cell(cell.top(), cell.right(), 0, 0));
                corners.add(new Cell(cell.bottom(), cell.left(), 0, 0));
            }
        }
        boolean complete = !cells.isEmpty() && stepsLeft > 0;
        for (int column = 0; column < right; column++) {
            complete = complete && doneTo[column] == bottom - 1;
        }
        return complete ? Optional.of(List.copyOf(cells)) : Optional.empty();
    }

    private Optional<Cell> cell(int top, int left) {
        for (int column = left + 1; column <= right; column++) {
            stepsLeft--;
            char c = grid.at(top, column);
            if (c == '+') {
                Optional<Cell> found = down(top, left, column);
                if (found.isPresent()) {
                    return found;
                }
            } else if (c != '-' && c != '=') {
                break;
            }
        }
        return Optional.empty();
    }

    private Optional<Cell> down(int top, int left, int column) {
        for (int row = top + 1; row <= bottom && stepsLeft > 0; row++) {
            stepsLeft--;
            char c = grid.at(row, column);
            if (c == '+') {
                if (isLine(row, left, column) && isSide(left, top, row)) {
                    return Optional.of(new Cell(top, left, row, column));
                }
            } else if (c != '|') {
                break;
            }
        }
        return Optional.empty();
    }

    private boolean isLine(int row, int from, int to) {
        stepsLeft -= to - from;
        for (int column = from; column < to; column++) {
            char c = grid.at(row, column);
            if (c != '-' && c != '=' && c != '+') {
                return false;
            }
        }
        return grid.at(row, from) == '+';
    }

    private boolean isSide(int column, int from, int to) {
        stepsLeft -= to - from;
        for (int row = from + 1; row < to; row++) {
            char c = grid.at(row, column);
            if (c != '|' && c != '+') {
                return false;
            }
        }
        return true;
    }
}
