// The reports on the last files can be closed; a notice is read out when it arrives.
element.addEventListener("click", (event) => {
  if (event.target.closest(".lib-dismiss")) trigger("dismiss", {});
});
