package org.zhitu.graph.study;

import java.util.Arrays;

/** The places of some numbers in an array, in a hash table without boxes. */
final class Numbering {
    private final int[] numbers;

    /** By hash, a place plus one; 0 where there is none. */
    private final int[] slots;

    private final int mask;

    Numbering(int[] numbers) {
        this.numbers = numbers;
        int size = Integer.highestOneBit(Math.max(4, numbers.length)) * 4;
        slots = new int[size];
        mask = size - 1;
        for (int place = 0; place < numbers.length; place++) {
            int slot = slot(numbers[place]);
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = place + 1;
        }
    }

    /** Returns the place of a number; -1 where it is not among them. */
    int of(int number) {
        int slot = slot(number);
        while (slots[slot] != 0 && numbers[slots[slot] - 1] != number) {
            slot = slot + 1 & mask;
        }
        return slots[slot] - 1;
    }

    /** Returns the places of numbers that are all among them. */
    int[] of(int[] some) {
        return Arrays.stream(some).map(this::of).toArray();
    }

    private int slot(int number) {
        int hash = number * 0x9E3779B9;
        return (hash ^ hash >>> 16) & mask;
    }
}
