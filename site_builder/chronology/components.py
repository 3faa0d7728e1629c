"""Strongly connected components of a graph (Tarjan, *Depth-first search and linear graph algorithms*, 1972)."""

from site_builder.chronology.network import Graph, Kept


def find_components(steps: Graph) -> list[list[int]]:
    """The vertices in sets that lead to each other; a set that leads to another stands before it.

    Linear time, without recursion.
    """
    unseen, done = 0, len(steps) + 1
    lowest = [unseen] * len(steps)
    count = 0
    path: list[int] = []
    found: list[list[int]] = []
    for root in range(len(steps)):
        if lowest[root] != unseen:
            continue
        calls = [(root, iter(steps[root]), count + 1)]
        count += 1
        lowest[root] = count
        path.append(root)
        while calls:
            vertex, leaving, number = calls[-1]
            for _, head, _, _ in leaving:
                if lowest[head] == unseen:
                    count += 1
                    lowest[head] = count
                    path.append(head)
                    calls.append((head, iter(steps[head]), count))
                    break
                if lowest[head] < lowest[vertex]:
                    lowest[vertex] = lowest[head]
            else:
                calls.pop()
                if calls and lowest[vertex] < lowest[calls[-1][0]]:
                    lowest[calls[-1][0]] = lowest[vertex]
                if lowest[vertex] == number:
                    at = len(path) - 1
                    while path[at] != vertex:
                        at -= 1
                    found.append(sorted(path[at:]))
                    for member in path[at:]:
                        lowest[member] = done
                    del path[at:]
    found.reverse()
    return found


def find_components_within(steps: Graph, members: list[int], kept: Kept) -> list[list[int]]:
    """The components of the part of a graph that has only these vertices and the ties that are kept."""
    local = {vertex: number for number, vertex in enumerate(members)}
    part: Graph = [
        [(local[tail], local[head], gap, tie) for tail, head, gap, tie in steps[vertex] if head in local and kept[tie]]
        for vertex in members
    ]
    return [[members[number] for number in component] for component in find_components(part)]
