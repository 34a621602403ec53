// Fills the next select of a region picker as soon as the one above it is chosen.
const fill = (select, rows) => {
  select.length = 1;
  for (const [code, name] of rows) select.add(new Option(name, code));
  select.closest("label").hidden = rows.length === 0;
};

const wire = picker => {
  const selects = [...picker.querySelectorAll("select")];
  const lost = document.createElement("p");
  lost.className = "error";
  lost.setAttribute("role", "alert");
  picker.append(lost);

  const next = async index => {
    const { value } = selects[index];
    selects.slice(index + 1).forEach(select => fill(select, []));
    lost.textContent = "";
    if (!value || index + 1 === selects.length) return;
    try {
      const answer = await fetch(picker.dataset.regions + value);
      const rows = answer.ok ? await answer.json() : [];
      if (selects[index].value !== value) return;
      fill(selects[index + 1], rows);
      // Where there is only one way on, it is taken; a town is never guessed.
      if (rows.length === 1 && index < 2) {
        selects[index + 1].value = rows[0][0];
        await next(index + 1);
      }
    } catch {
      lost.textContent = picker.dataset.lost;
    }
  };

  selects.forEach((select, index) => select.addEventListener("change", () => next(index)));
};

document.querySelectorAll("[data-regions]").forEach(wire);
