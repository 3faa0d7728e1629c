from linking_worlds import actor

from site_builder.linking import belongs_to

ACTORS = {
    each.id: each
    for each in (
        actor("front", "Front", side="rebels"),
        actor("wing", "Wing", parent="front", side="allies"),
        actor(
            "spokesman",
            "S",
            type="person",
            named_because="public-office",
            positions=[{"in": "front", "as": "spokesman"}],
        ),
        actor("allies", "Allies", side="wing"),
    )
}


def test_a_spokesman_known_only_through_positions_belongs_to_his_group_and_its_side() -> None:
    assert belongs_to(ACTORS, "spokesman") == ("spokesman", "front", "rebels")


def test_a_side_comes_before_the_parent_and_a_circle_ends() -> None:
    assert belongs_to(ACTORS, "wing") == ("wing", "allies", "front", "rebels")


def test_an_actor_without_a_record_belongs_to_itself() -> None:
    assert belongs_to(ACTORS, "nobody") == ("nobody",)
